package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.TrafficMatch;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;

/** Network ACLs as EC2 answers them. */
final class NetworkAclAnswer {
  /** The numbers under which the implicit last rules, which deny, are shown. */
  private static final int LAST_IPV4 = 32767;

  private static final int LAST_IPV6 = 32768;

  private NetworkAclAnswer() {}

  static software.amazon.awssdk.services.ec2.model.NetworkAcl of(Network network, NetworkAcl acl) {
    return software.amazon.awssdk.services.ec2.model.NetworkAcl.builder()
        .networkAclId(acl.id().value())
        .vpcId(acl.vpc().value())
        .ownerId(acl.scope().account())
        .isDefault(acl.isDefault())
        .entries(entries(network, acl).map(NetworkAclAnswer::of).toList())
        .associations(
            acl.associations().stream()
                .map(a ->
                    NetworkAclAssociation.builder()
                        .networkAclAssociationId(a.id().value())
                        .networkAclId(acl.id().value())
                        .subnetId(a.subnet().value())
                        .build())
                .toList())
        .tags(Tagging.of(network, acl.id()))
        .build();
  }

  /** Its entries with the implicit ones, which IPv6 has in a VPC with an IPv6 block. */
  static Stream<NetworkAcl.Entry> entries(Network network, NetworkAcl acl) {
    boolean ipv6 = !network.vpcs().require(acl.vpc()).ipv6().isEmpty();
    return Stream.of(Direction.EGRESS, Direction.INGRESS)
        .flatMap(direction ->
            Stream.of(
                    acl.entries().stream().filter(e -> e.direction() == direction),
                    Stream.of(last(direction, LAST_IPV4, Prefix.ALL_IPV4)),
                    ipv6
                        ? Stream.of(last(direction, LAST_IPV6, Prefix.ALL_IPV6))
                        : Stream.<NetworkAcl.Entry>of())
                .flatMap(s -> s));
  }

  private static NetworkAcl.Entry last(Direction direction, int number, Prefix everything) {
    return new NetworkAcl.Entry(
        direction, number, false, new TrafficMatch.Everything(), everything);
  }

  private static NetworkAclEntry of(NetworkAcl.Entry entry) {
    NetworkAclEntry.Builder answer =
        NetworkAclEntry.builder()
            .ruleNumber(entry.number())
            .egress(entry.direction() == Direction.EGRESS)
            .ruleAction(entry.allow() ? "allow" : "deny")
            .protocol(Integer.toString(entry.match().protocol().number()));
    switch (entry.cidr().family()) {
      case IPV4 -> answer.cidrBlock(entry.cidr().toString());
      case IPV6 -> answer.ipv6CidrBlock(entry.cidr().toString());
    }
    switch (entry.match()) {
      case TrafficMatch.Everything _, TrafficMatch.Other _ -> {}
      case TrafficMatch.Ports ports ->
          answer.portRange(r -> r.from(ports.ports().from()).to(ports.ports().to()));
      case TrafficMatch.Icmp icmp ->
          answer.icmpTypeCode(t -> t.type(icmp.type()).code(icmp.code()));
    }
    return answer.build();
  }
}
