package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds what the differences between two networks touch, VPC by VPC. */
final class Search {
  private final Network before;
  private final Network after;
  private final Map<VpcId, Dirt> found = new TreeMap<>();

  private Search(Network before, Network after) {
    this.before = before;
    this.after = after;
  }

  static Map<VpcId, Dirt> between(Network before, Network after) {
    Search search = new Search(before, after);
    search.run();
    return search.found;
  }

  private Dirt at(VpcId vpc) {
    return found.computeIfAbsent(vpc, Dirt::new);
  }

  private void run() {
    Dirt.differences(before.vpcs(), after.vpcs(), (id, _, _) -> at(id).blocks = true);
    Dirt.differences(
        before.subnets(),
        after.subnets(),
        (id, was, now) -> both(was, now, subnet -> at(subnet.vpc()).subnets.add(id)));
    Dirt.differences(before.routeTables(), after.routeTables(), (_, was, now) -> table(was, now));
    Dirt.differences(before.networkAcls(), after.networkAcls(), (_, was, now) -> acl(was, now));
    Dirt.differences(
        before.securityGroups(),
        after.securityGroups(),
        (id, was, now) -> both(was, now, group -> at(group.vpc()).groups.add(id)));
    Dirt.differences(
        before.internetGateways(),
        after.internetGateways(),
        (_, was, now) ->
            both(was, now, gateway -> gateway.vpc().ifPresent(vpc -> at(vpc).edge = true)));
    Dirt.differences(before.interfaces(), after.interfaces(), (id, _, _) -> port(id));
    Dirt.differences(
        before.elasticIps(),
        after.elasticIps(),
        (_, was, now) ->
            both(
                was,
                now,
                ip -> ip.association().map(ElasticIp.Association::eni).ifPresent(this::port)));
    Dirt.differences(
        before.instances(),
        after.instances(),
        (id, _, _) ->
            Stream.of(before, after)
                .flatMap(network -> network.index().interfaces(id))
                .forEach(this::port));
  }

  private void port(NetworkInterfaceId id) {
    both(
        before.interfaces().get(id),
        after.interfaces().get(id),
        eni -> at(eni.vpc()).ports.add(id));
  }

  private void table(Optional<RouteTable> was, Optional<RouteTable> now) {
    both(was, now, table -> at(table.vpc()).tables.add(table.id()));
    if (!associations(was).equals(associations(now))) {
      both(was, now, table -> at(table.vpc()).associations = true);
    }
  }

  private void acl(Optional<NetworkAcl> was, Optional<NetworkAcl> now) {
    both(was, now, acl -> at(acl.vpc()).acls.add(acl.id()));
    if (!was.map(NetworkAcl::associations).equals(now.map(NetworkAcl::associations))) {
      both(was, now, acl -> at(acl.vpc()).associations = true);
    }
  }

  private static List<RouteTableAssociation> associations(Optional<RouteTable> table) {
    return table.map(RouteTable::associations).orElse(List.of());
  }

  private static <R> void both(Optional<R> was, Optional<R> now, Consumer<R> each) {
    was.ifPresent(each);
    now.ifPresent(each);
  }
}
