package io.cloister.app.demo;

/** What became of a request. */
sealed interface Seen {
  /** It arrived, and this came back. */
  record Answered(String answer) implements Seen {}

  /** It arrived, and was refused: nothing listens there. */
  record Refused() implements Seen {}

  /**
   * A gate dropped it, as the kernel said.
   *
   * @param gate as the data plane calls it
   * @param host the host whose gate it is; empty when it was none's
   * @param groups the ids of the interface's security groups; empty when it isn't told
   */
  record Dropped(String gate, String host, String groups) implements Seen {}

  /** Neither an answer came, nor a word of a gate: that explains nothing. */
  record Nothing(String why) implements Seen {}

  /** Whether that is what was expected. */
  default boolean is(Expected expected) {
    return switch (expected) {
      case Expected.Answered _ -> this instanceof Answered;
      case Expected.Dropped(var gate, var host) ->
          this instanceof Dropped d && d.gate().equals(gate) && d.host().equals(host);
      case Expected.NoRoute _ -> this instanceof Dropped d && d.gate().equals(Gate.NO_ROUTE);
    };
  }

  /** For people. */
  default String text() {
    return switch (this) {
      case Answered(var answer) -> "answer: " + answer;
      case Refused _ -> "refused";
      case Dropped(var gate, var host, var groups) ->
          gate.equals(Gate.NO_ROUTE)
              ? "drop, no route"
              : "drop by " + Gate.text(gate, host, groups);
      case Nothing(var why) -> "nothing seen: " + why;
    };
  }
}
