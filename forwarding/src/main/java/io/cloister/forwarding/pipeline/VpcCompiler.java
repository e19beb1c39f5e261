package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compiles one VPC from what it was compiled to before. Each part first finds out what of it is
 * touched, by the dirt and by the parts before it, then makes those pieces anew: a piece that
 * nothing uses any more goes.
 */
final class VpcCompiler {
  /** A port that differs from what it was. */
  record Changed(Optional<Port> before, Optional<Port> after) {}

  private final VpcPipeline old;
  private final Dirt dirt;
  private final Network network;
  private final List<Changed> changed = new ArrayList<>();

  private Table<NetworkInterfaceId, Port> ports;
  private Table<SubnetId, SubnetStage> subnets;
  private Table<RouteTableId, ForwardingTable> tables;
  private Table<NetworkAclId, AclStage> acls;
  private Table<SecurityGroupId, GroupPolicy> groups;
  private Table<PolicyClassId, PolicyClass> classes;
  private Table<PolicyClassId, Table<NetworkInterfaceId, NetworkInterfaceId>> carriers;
  private Table<SecurityGroupId, Table<SecurityGroupId, SecurityGroupId>> references;

  private final TreeSet<SecurityGroupId> touchedGroups;
  private final TreeSet<PolicyClassId> touchedClasses = new TreeSet<>();
  private final TreeSet<SubnetId> touchedSubnets;
  private final TreeSet<RouteTableId> touchedTables;
  private final TreeSet<NetworkAclId> touchedAcls;

  VpcCompiler(VpcPipeline old, Dirt dirt, Network network) {
    this.old = old;
    this.dirt = dirt;
    this.network = network;
    ports = old.ports();
    subnets = old.subnets();
    tables = old.tables();
    acls = old.acls();
    groups = old.groups();
    classes = old.classes();
    carriers = old.carriers();
    references = old.references();
    touchedGroups = new TreeSet<>(dirt.groups);
    touchedSubnets = new TreeSet<>(dirt.subnets);
    touchedTables = new TreeSet<>(dirt.tables);
    touchedAcls = new TreeSet<>(dirt.acls);
  }

  VpcPipeline run() {
    boolean fresh = old.ports().isEmpty();
    dirt.ports.forEach(this::port);
    if (ports.isEmpty()) {
      return VpcPipeline.empty(old.id());
    }
    touchedGroups.forEach(this::group);
    touchedClasses.forEach(this::policyClass);
    if (dirt.associations) {
      subnets.forEach((id, _) -> touchedSubnets.add(id));
    }
    if (!touchedSubnets.isEmpty()) {
      Function<SubnetId, Optional<NetworkAclId>> acl = Pieces.acls(network, old.id());
      touchedSubnets.forEach(id -> subnet(id, acl.apply(id)));
    }
    touchedAcls.forEach(this::acl);
    Optional<Edge> edge =
        fresh || dirt.edge || dirt.associations ? Pieces.edge(network, old.id()) : old.edge();
    if (!edge.equals(old.edge())) {
      tables.forEach((id, _) -> touchedTables.add(id));
      old.edge().flatMap(Edge::table).ifPresent(touchedTables::add);
      edge.flatMap(Edge::table).ifPresent(touchedTables::add);
    }
    for (RouteTableId id : touchedTables) {
      boolean used = edge.flatMap(Edge::table).filter(id::equals).isPresent() || isUsed(id);
      tables =
          Keep.put(
              tables,
              id,
              used
                  ? network.routeTables().get(id).map(table -> Pieces.table(network, table))
                  : Optional.empty());
    }
    List<Prefix> cidrs =
        fresh || dirt.blocks
            ? network.vpcs().get(old.id()).map(Vpc::cidrs).stream().flatMap(c -> c).toList()
            : old.cidrs();
    return new VpcPipeline(
        old.id(), cidrs, ports, subnets, tables, acls, groups, classes, carriers, references, edge);
  }

  /** The ports that differ; known once it has run. */
  List<Changed> changed() {
    return changed;
  }

  private void port(NetworkInterfaceId id) {
    Optional<Port> before = old.ports().get(id);
    Optional<Port> after =
        network
            .interfaces()
            .get(id)
            .filter(eni -> eni.vpc().equals(old.id()))
            .map(eni -> Pieces.port(network, eni));
    if (before.equals(after)) {
      return;
    }
    changed.add(new Changed(before, after));
    ports = Keep.put(ports, id, after);
    before.ifPresent(port -> carriers = Keep.noMember(carriers, port.policy(), id));
    after.ifPresent(port -> carriers = Keep.member(carriers, port.policy(), id));
    touch(before);
    touch(after);
    if (before.flatMap(Port::plug).isPresent() != after.flatMap(Port::plug).isPresent()) {
      tables.forEach((table, _) -> {
        if (leadsTo(table, id)) {
          touchedTables.add(table);
        }
      });
    }
  }

  private void touch(Optional<Port> port) {
    port.ifPresent(p -> {
      touchedSubnets.add(p.subnet());
      touchedClasses.add(p.policy());
      touchedGroups.addAll(p.policy().groups());
    });
  }

  private boolean leadsTo(RouteTableId table, NetworkInterfaceId id) {
    return network.routeTables().get(table).map(RouteTable::routes).stream()
        .flatMap(List::stream)
        .map(Route::target)
        .anyMatch(new RouteTarget.ToInterface(id)::equals);
  }

  private void group(SecurityGroupId id) {
    boolean used = network.index().interfaces(id).findAny().isPresent();
    Optional<GroupPolicy> before = groups.get(id);
    groups =
        Keep.put(
            groups,
            id,
            used ? network.securityGroups().get(id).map(Pieces::group) : Optional.empty());
    Optional<GroupPolicy> after = groups.get(id);
    if (before.equals(after)) {
      return;
    }
    before
        .map(GroupPolicy::references)
        .orElse(List.of())
        .forEach(named -> references = Keep.noMember(references, named, id));
    after
        .map(GroupPolicy::references)
        .orElse(List.of())
        .forEach(named -> references = Keep.member(references, named, id));
    classes.forEach((key, _) -> {
      if (key.groups().contains(id)) {
        touchedClasses.add(key);
      }
    });
  }

  private void policyClass(PolicyClassId id) {
    classes =
        Keep.put(
            classes,
            id,
            carriers.has(id)
                ? Optional.of(
                    new PolicyClass(
                        id, id.groups().stream().flatMap(g -> groups.get(g).stream()).toList()))
                : Optional.empty());
  }

  private void subnet(SubnetId id, Optional<NetworkAclId> acl) {
    Optional<SubnetStage> before = subnets.get(id);
    boolean used = network.index().interfaceCount(id) > 0;
    subnets =
        Keep.put(
            subnets,
            id,
            used
                ? network.subnets().get(id).map(subnet -> Pieces.subnet(network, subnet, acl))
                : Optional.empty());
    Optional<SubnetStage> after = subnets.get(id);
    if (!before.equals(after)) {
      before.map(SubnetStage::table).ifPresent(touchedTables::add);
      after.map(SubnetStage::table).ifPresent(touchedTables::add);
      before.flatMap(SubnetStage::acl).ifPresent(touchedAcls::add);
      after.flatMap(SubnetStage::acl).ifPresent(touchedAcls::add);
    }
  }

  private void acl(NetworkAclId id) {
    boolean used =
        subnets.where(subnet -> subnet.acl().equals(Optional.of(id))).findAny().isPresent();
    acls =
        Keep.put(
            acls, id, used ? network.networkAcls().get(id).map(Pieces::acl) : Optional.empty());
  }

  private boolean isUsed(RouteTableId table) {
    return subnets.where(subnet -> subnet.table().equals(table)).findAny().isPresent();
  }
}
