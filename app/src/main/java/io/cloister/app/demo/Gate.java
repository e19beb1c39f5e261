package io.cloister.app.demo;

/** The gates' names in the data plane, and in words. */
final class Gate {
  /** Security groups of the interface that a packet goes to. */
  static final String INGRESS = "sg-in";

  /** Security groups of the interface that a packet comes from. */
  private static final String EGRESS = "sg-out";

  /** The ACL of the subnet that a packet enters. */
  static final String ACL_IN = "acl-in";

  /** The ACL of the subnet that a packet leaves. */
  static final String ACL_OUT = "acl-out";

  /** No route of the sender's subnet leads there. */
  static final String NO_ROUTE = "no-route";

  private Gate() {}

  /**
   * Such as {@code db's group sg-…, inbound}.
   *
   * @param host empty when it is none's
   * @param groups ids of groups; empty when they aren't told
   */
  static String text(String gate, String host, String groups) {
    String group = host + "'s group" + (groups.isEmpty() ? "" : " " + groups + ", ");
    return switch (gate) {
      case INGRESS -> groups.isEmpty() ? group : group + "inbound";
      case EGRESS -> groups.isEmpty() ? group : group + "outbound";
      case ACL_IN -> host + "'s ACL" + (groups.isEmpty() ? "" : ", inbound");
      case ACL_OUT -> host + "'s ACL" + (groups.isEmpty() ? "" : ", outbound");
      default -> host.isEmpty() ? gate : gate + " of " + host;
    };
  }
}
