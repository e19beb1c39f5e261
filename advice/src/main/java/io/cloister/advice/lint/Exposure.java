package io.cloister.advice.lint;

import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who lets in too much, and what sits too near to the internet. */
final class Exposure {
  private static final List<Integer> LEGACY = List.of(20, 21, 23, 135, 139, 445);
  private static final List<Integer> STORES =
      List.of(
          1433, 1434, 1521, 2483, 3306, 5432, 5601, 6379, 7000, 7199, 9042, 9092, 9160, 9200, 9300,
          11211, 27017, 27018);

  private Exposure() {}

  static Stream<Finding> of(Network network) {
    return Stream.concat(
        network.securityGroups().values().flatMap(Exposure::open),
        network
            .interfaces()
            .values()
            .filter(i -> i.attachment().isPresent())
            .flatMap(i -> Stream.concat(onDefault(network, i), nearStore(network, i))));
  }

  private static Stream<Finding> open(SecurityGroup group) {
    return group.rules(Direction.INGRESS).filter(Exposure::world).flatMap(r -> open(group, r));
  }

  private static Stream<Finding> open(SecurityGroup group, SecurityGroupRule rule) {
    String from = ((RulePeer.Cidr) rule.peer()).prefix().toString();
    if (everything(rule.match())) {
      return Stream.of(
          new Finding(
              Rule.EXP_01,
              group.id(),
              "group %s lets in every port from %s".formatted(group.name(), from)));
    }
    return Stream.of(
            hit(Rule.EXP_02, List.of(22), group, rule, from),
            hit(Rule.EXP_03, List.of(3389), group, rule, from),
            hit(Rule.EXP_04, LEGACY, group, rule, from),
            hit(Rule.EXP_05, STORES, group, rule, from))
        .flatMap(Optional::stream);
  }

  private static Optional<Finding> hit(
      Rule as, List<Integer> ports, SecurityGroup group, SecurityGroupRule rule, String from) {
    return first(ports, rule.match())
        .map(port ->
            new Finding(
                as,
                group.id(),
                "group %s lets in port %d from %s (%s %s)"
                    .formatted(group.name(), port, from, rule.match().protocol(), text(rule))));
  }

  private static Stream<Finding> onDefault(Network network, NetworkInterface eni) {
    return groups(network, eni)
        .filter(SecurityGroup::isDefault)
        .map(g ->
            new Finding(
                Rule.EXP_11,
                eni.id(),
                "%s carries the default group %s of its VPC".formatted(eni.id(), g.id())));
  }

  /** A data store is known by its group: one that names a data store's port. */
  private static Stream<Finding> nearStore(Network network, NetworkInterface eni) {
    return Routing.internetRoute(network, eni.subnet()).stream()
        .flatMap(route ->
            groups(network, eni)
                .flatMap(g -> g.rules(Direction.INGRESS))
                .filter(r -> !everything(r.match()))
                .flatMap(r -> first(STORES, r.match()).stream())
                .distinct()
                .limit(1)
                .map(port ->
                    new Finding(
                        Rule.EXP_20,
                        eni.id(),
                        "%s serves port %d of a data store in %s, which has a route %s to an internet gateway"
                            .formatted(eni.id(), port, eni.subnet(), route.destination()))));
  }

  private static Stream<SecurityGroup> groups(Network network, NetworkInterface eni) {
    return eni.groups().stream()
        .map((SecurityGroupId id) -> network.securityGroups().get(id))
        .flatMap(Optional::stream);
  }

  private static boolean world(SecurityGroupRule rule) {
    return rule.peer() instanceof RulePeer.Cidr(Prefix p)
        && (p.equals(Prefix.ALL_IPV4) || p.equals(Prefix.ALL_IPV6));
  }

  private static boolean everything(TrafficMatch match) {
    return switch (match) {
      case TrafficMatch.Everything _ -> true;
      case TrafficMatch.Ports p -> p.ports().from() <= 1 && p.ports().to() == 65535;
      case TrafficMatch.Icmp _, TrafficMatch.Other _ -> false;
    };
  }

  private static Optional<Integer> first(List<Integer> ports, TrafficMatch match) {
    return match instanceof TrafficMatch.Ports(IpProtocol protocol, PortRange range)
            && protocol.equals(IpProtocol.TCP)
        ? ports.stream().filter(range::contains).findFirst()
        : Optional.empty();
  }

  private static String text(SecurityGroupRule rule) {
    return rule.match() instanceof TrafficMatch.Ports p ? p.ports().toString() : "";
  }
}
