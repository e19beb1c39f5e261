package io.cloister.model.ip;

/** An address family and the number of bits of its addresses. */
public enum Family {
  /** IPv4, 32 bits. */
  IPV4(32),
  /** IPv6, 128 bits. */
  IPV6(128);

  private final int bits;

  Family(int bits) {
    this.bits = bits;
  }

  /** Bits of an address: 32 or 128. */
  public int bits() {
    return bits;
  }

  /** The prefix that holds every address: 0.0.0.0/0 or ::/0. */
  public Prefix everything() {
    return this == IPV4 ? Prefix.ALL_IPV4 : Prefix.ALL_IPV6;
  }
}
