package io.cloister.advice.lint;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One zone for everything, and what nobody uses. */
final class Upkeep {
  private Upkeep() {}

  static Stream<Finding> of(Network network) {
    return Stream.of(
            network.vpcs().values().flatMap(v -> oneZone(network, v)),
            unusedGroups(network),
            network
                .elasticIps()
                .where(e -> e.association().isEmpty())
                .map(e ->
                    new Finding(
                        Rule.COST_04,
                        e.id(),
                        "%s is associated with nothing".formatted(e.address()))))
        .flatMap(s -> s);
  }

  private static Stream<Finding> oneZone(Network network, Vpc vpc) {
    Set<String> zones =
        network
            .subnets()
            .where(s -> s.vpc().equals(vpc.id()))
            .map(Subnet::zone)
            .collect(toCollection(TreeSet::new));
    return zones.size() == 1
        ? Stream.of(
            new Finding(
                Rule.HA_01,
                vpc.id(),
                "all subnets of %s are in %s: that zone's failure takes everything"
                    .formatted(vpc.id(), zones.iterator().next())))
        : Stream.empty();
  }

  /** An input without any interface doesn't tell who carries a group. */
  private static Stream<Finding> unusedGroups(Network network) {
    if (network.interfaces().isEmpty()) {
      return Stream.empty();
    }
    Set<SecurityGroupId> used =
        Stream.of(
                network.interfaces().values().flatMap(i -> i.groups().stream()),
                network.endpoints().values().flatMap(e -> e.groups().stream()),
                network.loadBalancers().values().flatMap(b -> b.groups().stream()),
                network.securityGroups().values().flatMap(Upkeep::named))
            .flatMap(s -> s)
            .collect(toSet());
    return network
        .securityGroups()
        .where(g -> !g.isDefault() && !used.contains(g.id()))
        .map(g ->
            new Finding(
                Rule.HYG_03,
                g.id(),
                "no interface carries group %s, and no other group names it".formatted(g.name())));
  }

  private static Stream<SecurityGroupId> named(SecurityGroup by) {
    return by.rules().stream()
        .flatMap(r ->
            r.peer() instanceof RulePeer.Group(var id, _) && !id.equals(by.id())
                ? Stream.of(id)
                : Stream.empty());
  }
}
