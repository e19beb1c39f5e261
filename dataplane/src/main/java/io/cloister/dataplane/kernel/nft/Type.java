package io.cloister.dataplane.kernel.nft;

import io.cloister.model.ip.Family;

/** A datatype of nft: the name that its language uses, its id in set descriptions, its size. */
public enum Type {
  /** An IPv4 address. */
  IPV4_ADDR("ipv4_addr", 7, 4, false),
  /** An IPv6 address. */
  IPV6_ADDR("ipv6_addr", 8, 16, false),
  /** A link's name, padded with zeros. */
  IFNAME("ifname", 41, 16, false),
  /** A packet or connection mark. */
  MARK("mark", 19, 4, true),
  /** A TCP or UDP port. */
  INET_SERVICE("inet_service", 13, 2, false),
  /** A protocol above IP, by number. */
  INET_PROTO("inet_proto", 12, 1, false),
  /** 2 for IPv4, 10 for IPv6. */
  NF_PROTO("nf_proto", 2, 1, false),
  /** The type of an ICMP message. */
  ICMP_TYPE("icmp_type", 14, 1, false),
  /** The code of an ICMP message. */
  ICMP_CODE("icmp_code", 32, 1, false),
  /** The type of an ICMPv6 message. */
  ICMPV6_TYPE("icmpv6_type", 29, 1, false),
  /** The code of an ICMPv6 message. */
  ICMPV6_CODE("icmpv6_code", 33, 1, false),
  /** The flags byte of a TCP header. */
  TCP_FLAG("tcp_flag", 15, 1, false),
  /** One bit per connection state, see {@link CtState}. */
  CT_STATE("ct_state", 26, 4, true),
  /** 0 for packets of a connection's originator, 1 for replies. */
  CT_DIR("ct_dir", 27, 1, false),
  /** One bit per fact about a connection, such as 0x10 for source and 0x20 for destination NAT. */
  CT_STATUS("ct_status", 28, 4, true),
  /** A number of one byte without a name of its own, such as a TTL. Not for keys of sets. */
  BYTE("integer", 4, 1, false),
  /** A number of two bytes without a name of its own, such as a length. Not for keys of sets. */
  SHORT("integer", 4, 2, false);

  private final String nft;
  private final int id;
  private final int size;
  private final boolean host;

  Type(String nft, int id, int size, boolean host) {
    this.nft = nft;
    this.id = id;
    this.size = size;
    this.host = host;
  }

  /** The name in nft's language. */
  public String nft() {
    return nft;
  }

  /** The number by which nft describes the type of a set's key; below 64. */
  public int id() {
    return id;
  }

  /** Bytes: 1, 2, 4 or 16. */
  public int size() {
    return size;
  }

  /** Whether the kernel keeps it in the machine's byte order rather than the network's. */
  public boolean hostOrder() {
    return host;
  }

  /** The type of a family's addresses. */
  public static Type address(Family family) {
    return switch (family) {
      case IPV4 -> IPV4_ADDR;
      case IPV6 -> IPV6_ADDR;
    };
  }
}
