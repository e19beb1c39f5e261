package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Statement;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.List;

/** What rules of groups and of ACLs look for in a packet. */
final class Matches {
  private Matches() {}

  /** The far side's address lies in a block; all of a family where the block is everything. */
  static Statement peer(Prefix block, Direction direction) {
    boolean in = direction == Direction.INGRESS;
    Payload address =
        switch (block.family()) {
          case IPV4 -> in ? Payload.IP_SADDR : Payload.IP_DADDR;
          case IPV6 -> in ? Payload.IP6_SADDR : Payload.IP6_DADDR;
        };
    return block.length() == 0 ? family(block.family()) : Match.in(address, Span.of(block));
  }

  /** Packets of a family. */
  static Statement family(Family family) {
    return Match.is(Meta.NFPROTO, Value.number(Type.NF_PROTO, family == Family.IPV4 ? 2 : 10));
  }

  /** Packets of a protocol. */
  static Statement protocol(IpProtocol protocol) {
    return Match.is(Meta.L4PROTO, Value.proto(protocol.number()));
  }

  /** What a rule is for, but for the far side. */
  static List<Statement> match(TrafficMatch match, Family family) {
    return switch (match) {
      case TrafficMatch.Everything() -> List.of();
      case TrafficMatch.Ports(IpProtocol protocol, PortRange ports) -> ports(protocol, ports);
      case TrafficMatch.Other(IpProtocol protocol) -> List.of(protocol(protocol));
      case TrafficMatch.Icmp icmp -> icmp(icmp, family);
    };
  }

  /** Ports of TCP or UDP. */
  static List<Statement> ports(IpProtocol protocol, PortRange ports) {
    Payload field = protocol.equals(IpProtocol.TCP) ? Payload.TCP_DPORT : Payload.UDP_DPORT;
    return ports.isAll() ? List.of(protocol(protocol)) : List.of(Match.in(field, Span.of(ports)));
  }

  private static List<Statement> icmp(TrafficMatch.Icmp icmp, Family family) {
    boolean four = icmp.protocol().equals(IpProtocol.ICMP);
    List<Statement> statements = new ArrayList<>();
    statements.add(protocol(icmp.protocol()));
    if (four != (family == Family.IPV4)) {
      // ICMP of the other family's number is a protocol without types here.
      return statements;
    }
    if (icmp.type() >= 0) {
      statements.add(
          four
              ? Match.is(Payload.ICMP_TYPE, Value.number(Type.ICMP_TYPE, icmp.type()))
              : Match.is(Payload.ICMPV6_TYPE, Value.number(Type.ICMPV6_TYPE, icmp.type())));
    }
    if (icmp.code() >= 0) {
      statements.add(
          four
              ? Match.is(Payload.ICMP_CODE, Value.number(Type.ICMP_CODE, icmp.code()))
              : Match.is(Payload.ICMPV6_CODE, Value.number(Type.ICMPV6_CODE, icmp.code())));
    }
    return statements;
  }
}
