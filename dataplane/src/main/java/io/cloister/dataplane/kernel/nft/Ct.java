package io.cloister.dataplane.kernel.nft;

/** What connection tracking knows of a packet's connection. */
public enum Ct implements Field {
  /** The state of the packet in its connection, see {@link CtState}. */
  STATE("ct state", Type.CT_STATE),
  /** The connection's mark. */
  MARK("ct mark", Type.MARK),
  /** Whether the packet goes the originator's way or back. */
  DIRECTION("ct direction", Type.CT_DIR),
  /** Facts about the connection, such as that it is translated. */
  STATUS("ct status", Type.CT_STATUS),
  /** The source of the connection's first packet, before translation, in IPv4. */
  ORIGINAL_IP_SADDR("ct original ip saddr", Type.IPV4_ADDR),
  /** The destination of the connection's first packet, before translation, in IPv4. */
  ORIGINAL_IP_DADDR("ct original ip daddr", Type.IPV4_ADDR),
  /** The source of the connection's first packet, before translation, in IPv6. */
  ORIGINAL_IP6_SADDR("ct original ip6 saddr", Type.IPV6_ADDR),
  /** The destination of the connection's first packet, before translation, in IPv6. */
  ORIGINAL_IP6_DADDR("ct original ip6 daddr", Type.IPV6_ADDR),
  /** The destination port of the connection's first packet, before translation. */
  ORIGINAL_PROTO_DST("ct original proto-dst", Type.INET_SERVICE);

  private final String nft;
  private final Type type;

  Ct(String nft, Type type) {
    this.nft = nft;
    this.type = type;
  }

  @Override
  public String nft() {
    return nft;
  }

  @Override
  public Type type() {
    return type;
  }
}
