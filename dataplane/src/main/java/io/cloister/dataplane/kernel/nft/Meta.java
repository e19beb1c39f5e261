package io.cloister.dataplane.kernel.nft;

/** What the kernel knows of a packet besides its bytes. */
public enum Meta implements Field {
  /** The name of the link that the packet came in by. */
  IIFNAME("iifname", Type.IFNAME),
  /** The name of the link that the packet leaves by; known from the forward hook on. */
  OIFNAME("oifname", Type.IFNAME),
  /** The packet's mark; cleared when it crosses into another namespace. */
  MARK("meta mark", Type.MARK),
  /** The protocol above IP; for IPv6 behind the extension headers. */
  L4PROTO("meta l4proto", Type.INET_PROTO),
  /** The family, see {@link Type#NF_PROTO}. */
  NFPROTO("meta nfproto", Type.NF_PROTO);

  private final String nft;
  private final Type type;

  Meta(String nft, Type type) {
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
