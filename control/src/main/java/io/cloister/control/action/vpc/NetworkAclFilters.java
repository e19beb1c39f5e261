package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Filters;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.TrafficMatch;
import java.util.function.Function;
import java.util.stream.Stream;

/** The filters of DescribeNetworkAcls; those on entries see the implicit ones too. */
final class NetworkAclFilters {
  private static final Filters<NetworkAcl> FILTERS =
      Filters.<NetworkAcl>of(NetworkAcl::id)
          .with(
              "association.association-id", a -> a.associations().stream().map(x -> x.id().value()))
          .with(
              "association.network-acl-id", a -> a.associations().stream().map(_ -> a.id().value()))
          .with(
              "association.subnet-id", a -> a.associations().stream().map(x -> x.subnet().value()))
          .one("default", NetworkAcl::isDefault)
          .one("network-acl-id", NetworkAcl::id)
          .one("owner-id", a -> a.scope().account())
          .one("vpc-id", NetworkAcl::vpc);

  private NetworkAclFilters() {}

  static Filters<NetworkAcl> of(Network network) {
    return FILTERS
        .with("entry.cidr", entry(network, e -> cidr(e, Family.IPV4)))
        .with("entry.ipv6-cidr", entry(network, e -> cidr(e, Family.IPV6)))
        .with("entry.icmp.code", entry(network, e -> icmp(e).map(TrafficMatch.Icmp::code)))
        .with("entry.icmp.type", entry(network, e -> icmp(e).map(TrafficMatch.Icmp::type)))
        .with("entry.port-range.from", entry(network, e -> ports(e).map(PortRange::from)))
        .with("entry.port-range.to", entry(network, e -> ports(e).map(PortRange::to)))
        .with("entry.protocol", entry(network, NetworkAclFilters::protocol))
        .with("entry.rule-action", entry(network, e -> Stream.of(e.allow() ? "allow" : "deny")))
        .with("entry.egress", entry(network, e -> Stream.of(e.direction() == Direction.EGRESS)))
        .with("entry.rule-number", entry(network, e -> Stream.of(e.number())));
  }

  private static Filters.Values<NetworkAcl> entry(
      Network network, Function<NetworkAcl.Entry, Stream<?>> value) {
    return acl -> NetworkAclAnswer.entries(network, acl).flatMap(value).map(String::valueOf);
  }

  private static Stream<Prefix> cidr(NetworkAcl.Entry entry, Family family) {
    return Stream.of(entry.cidr()).filter(c -> c.family() == family);
  }

  private static Stream<TrafficMatch.Icmp> icmp(NetworkAcl.Entry entry) {
    return entry.match() instanceof TrafficMatch.Icmp icmp ? Stream.of(icmp) : Stream.of();
  }

  private static Stream<PortRange> ports(NetworkAcl.Entry entry) {
    return entry.match() instanceof TrafficMatch.Ports p ? Stream.of(p.ports()) : Stream.of();
  }

  /** A protocol can be asked for by its name and by its number. */
  private static Stream<String> protocol(NetworkAcl.Entry entry) {
    IpProtocol protocol = entry.match().protocol();
    return Stream.of(protocol.toString(), Integer.toString(protocol.number())).distinct();
  }
}
