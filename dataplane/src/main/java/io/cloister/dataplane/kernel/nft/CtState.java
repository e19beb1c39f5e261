package io.cloister.dataplane.kernel.nft;

/** The states of a packet in its connection, as bits of {@link Ct#STATE}. */
public enum CtState {
  /** Belongs to no connection that can be. */
  INVALID(1),
  /** Of a connection that both sides have spoken in. */
  ESTABLISHED(2),
  /** An ICMP error about a connection, or a connection that another one announced. */
  RELATED(4),
  /** Of a connection that only its originator has spoken in. */
  NEW(8),
  /** Exempt from tracking. */
  UNTRACKED(64);

  private final int bit;

  CtState(int bit) {
    this.bit = bit;
  }

  /** The bit in {@link Ct#STATE}. */
  public int bit() {
    return bit;
  }
}
