package io.cloister.app.demo;

/** The gates' names in the data plane, and in words. */
final class Gate {
  /** Security groups of the interface that a packet goes to. */
  static final String INGRESS = "sg-in";

  /** No route of the sender's subnet leads there. */
  static final String NO_ROUTE = "no-route";

  private Gate() {}

  static String text(String gate, String host) {
    return switch (gate) {
      case INGRESS -> "inbound groups of " + host;
      case "sg-out" -> "outbound groups of " + host;
      default -> host.isEmpty() ? gate : gate + " of " + host;
    };
  }
}
