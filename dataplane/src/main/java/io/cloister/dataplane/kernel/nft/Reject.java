package io.cloister.dataplane.kernel.nft;

/**
 * Ends the packet and answers its sender. In the hooks input, forward, output and prerouting.
 *
 * @param with the answer
 */
public record Reject(With with) implements Statement {

  /** The answer. */
  public enum With {
    /** A TCP reset; for TCP packets only. */
    TCP_RESET("reject with tcp reset"),
    /** ICMP or ICMPv6 "port unreachable". */
    PORT_UNREACHABLE("reject with icmpx port-unreachable"),
    /** ICMP or ICMPv6 "administratively prohibited". */
    ADMIN_PROHIBITED("reject with icmpx admin-prohibited");

    private final String nft;

    With(String nft) {
      this.nft = nft;
    }
  }

  @Override
  public String toString() {
    return with.nft;
  }
}
