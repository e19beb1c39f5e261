package io.cloister.app.demo;

/** What should become of a request. */
sealed interface Expected {
  /** It is answered. */
  record Answered() implements Expected {}

  /**
   * A gate drops it.
   *
   * @param gate as the data plane calls it, such as {@code sg-in}
   * @param host the host whose gate it is
   */
  record Dropped(String gate, String host) implements Expected {}

  /** No route leads there from where it is sent. */
  record NoRoute() implements Expected {}

  /** For people. */
  default String text() {
    return switch (this) {
      case Answered _ -> "answer";
      case Dropped(var gate, var host) -> "drop by " + Gate.text(gate, host, "");
      case NoRoute _ -> "drop, no route";
    };
  }
}
