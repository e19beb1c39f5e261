package io.cloister.dataplane.kernel.nft;

/**
 * Gives a connection that isn't confirmed yet the idle timeouts of a policy. Before the
 * connection's first packet leaves its last hook, after tracking: prerouting from priority -199 on.
 *
 * @param policy a {@link CtTimeout} of the table, of the packet's protocol
 */
public record UseTimeout(TimeoutName policy) implements Statement {
  @Override
  public String toString() {
    return "ct timeout set \"" + policy + "\"";
  }
}
