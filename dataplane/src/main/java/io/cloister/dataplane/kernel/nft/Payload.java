package io.cloister.dataplane.kernel.nft;

/**
 * Fields of a packet's headers. Where a field exists in one family or protocol only, nft checks
 * that first; {@link #needs} says which check, and a rule that makes it already isn't made to make
 * it twice.
 */
public enum Payload implements Field {
  /** The IPv4 source address. */
  IP_SADDR("ip saddr", Type.IPV4_ADDR, Base.NETWORK, 12, Needs.IPV4),
  /** The IPv4 destination address. */
  IP_DADDR("ip daddr", Type.IPV4_ADDR, Base.NETWORK, 16, Needs.IPV4),
  /** The IPv4 total length. */
  IP_LENGTH("ip length", Type.SHORT, Base.NETWORK, 2, Needs.IPV4),
  /** The IPv4 fragment flags and, in the lower 13 bits, the offset; the bit 0x2000 means more. */
  IP_FRAG_OFF("ip frag-off", Type.SHORT, Base.NETWORK, 6, Needs.IPV4),
  /** The IPv4 time to live. */
  IP_TTL("ip ttl", Type.BYTE, Base.NETWORK, 8, Needs.IPV4),
  /** The IPv6 source address. */
  IP6_SADDR("ip6 saddr", Type.IPV6_ADDR, Base.NETWORK, 8, Needs.IPV6),
  /** The IPv6 destination address. */
  IP6_DADDR("ip6 daddr", Type.IPV6_ADDR, Base.NETWORK, 24, Needs.IPV6),
  /** The IPv6 hop limit. */
  IP6_HOPLIMIT("ip6 hoplimit", Type.BYTE, Base.NETWORK, 7, Needs.IPV6),
  /** The source port of whatever protocol is there: check the protocol before. */
  TH_SPORT("th sport", Type.INET_SERVICE, Base.TRANSPORT, 0, Needs.NOTHING),
  /** The destination port of whatever protocol is there: check the protocol before. */
  TH_DPORT("th dport", Type.INET_SERVICE, Base.TRANSPORT, 2, Needs.NOTHING),
  /** The TCP source port. */
  TCP_SPORT("tcp sport", Type.INET_SERVICE, Base.TRANSPORT, 0, Needs.TCP),
  /** The TCP destination port. */
  TCP_DPORT("tcp dport", Type.INET_SERVICE, Base.TRANSPORT, 2, Needs.TCP),
  /** The TCP flags: fin 1, syn 2, rst 4, psh 8, ack 16. */
  TCP_FLAGS("tcp flags", Type.TCP_FLAG, Base.TRANSPORT, 13, Needs.TCP),
  /** The UDP source port. */
  UDP_SPORT("udp sport", Type.INET_SERVICE, Base.TRANSPORT, 0, Needs.UDP),
  /** The UDP destination port. */
  UDP_DPORT("udp dport", Type.INET_SERVICE, Base.TRANSPORT, 2, Needs.UDP),
  /** The ICMP type. */
  ICMP_TYPE("icmp type", Type.ICMP_TYPE, Base.TRANSPORT, 0, Needs.ICMP),
  /** The ICMP code. */
  ICMP_CODE("icmp code", Type.ICMP_CODE, Base.TRANSPORT, 1, Needs.ICMP),
  /** The ICMPv6 type. */
  ICMPV6_TYPE("icmpv6 type", Type.ICMPV6_TYPE, Base.TRANSPORT, 0, Needs.ICMPV6),
  /** The ICMPv6 code. */
  ICMPV6_CODE("icmpv6 code", Type.ICMPV6_CODE, Base.TRANSPORT, 1, Needs.ICMPV6);

  /** The header that the offset counts from. */
  public enum Base {
    /** The IP header. */
    NETWORK,
    /** The header above IP. */
    TRANSPORT
  }

  /** What must hold of a packet for the field to be there. */
  public enum Needs {
    /** Nothing that nft checks by itself. */
    NOTHING,
    /** {@code meta nfproto ipv4}. */
    IPV4,
    /** {@code meta nfproto ipv6}. */
    IPV6,
    /** {@code meta l4proto 6}. */
    TCP,
    /** {@code meta l4proto 17}. */
    UDP,
    /** {@code meta l4proto 1}. */
    ICMP,
    /** {@code meta l4proto 58}. */
    ICMPV6
  }

  private final String nft;
  private final Type type;
  private final Base base;
  private final int offset;
  private final Needs needs;

  Payload(String nft, Type type, Base base, int offset, Needs needs) {
    this.nft = nft;
    this.type = type;
    this.base = base;
    this.offset = offset;
    this.needs = needs;
  }

  @Override
  public String nft() {
    return nft;
  }

  @Override
  public Type type() {
    return type;
  }

  /** The header. */
  public Base base() {
    return base;
  }

  /** Bytes from the start of the header. */
  public int offset() {
    return offset;
  }

  /** What is checked before. */
  public Needs needs() {
    return needs;
  }
}
