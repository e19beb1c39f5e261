package io.cloister.matrix;

import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Permissions of security groups, in few words. */
@SuppressWarnings("unchecked") // The SDK's builders take generic varargs.
final class Rules {
  private Rules() {}

  static IpPermission any(String cidr) {
    return of("-1", -1, -1, cidr);
  }

  static IpPermission tcp(int port, String cidr) {
    return of("tcp", port, port, cidr);
  }

  static IpPermission tcp(int from, int to, String cidr) {
    return of("tcp", from, to, cidr);
  }

  static IpPermission udp(int port, String cidr) {
    return of("udp", port, port, cidr);
  }

  static IpPermission icmp(int type, int code, String cidr) {
    return of("icmp", type, code, cidr);
  }

  static IpPermission icmp6(int type, int code, String cidr) {
    return of("icmpv6", type, code, cidr);
  }

  /** From or to an address block of either family. */
  static IpPermission of(String protocol, int from, int to, String cidr) {
    IpPermission.Builder rule = IpPermission.builder().ipProtocol(protocol);
    if (!protocol.equals("-1")) {
      rule.fromPort(from).toPort(to);
    }
    if (cidr.contains(":")) {
      rule.ipv6Ranges(r -> r.cidrIpv6(cidr));
    } else {
      rule.ipRanges(r -> r.cidrIp(cidr));
    }
    return rule.build();
  }

  /** From or to the members of a group. */
  static IpPermission group(String protocol, int from, int to, String group) {
    return IpPermission.builder()
        .ipProtocol(protocol)
        .fromPort(from)
        .toPort(to)
        .userIdGroupPairs(g -> g.groupId(group))
        .build();
  }
}
