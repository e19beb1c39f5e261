package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.forwarding.pipeline.Edge;
import io.cloister.forwarding.pipeline.ForwardingTable;
import io.cloister.forwarding.pipeline.GroupPolicy;
import io.cloister.forwarding.pipeline.PolicyClass;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.network.Timing;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The router of a VPC, planned from what it was and what differs: the pieces that go withdraw what
 * they contributed, those that come add it. A new router starts as one without any piece.
 *
 * @param vpc what it was planned from
 * @param numbers the kernel tables of the subnets
 * @param namespace what the kernel is to have
 */
record RouterPlan(VpcPipeline vpc, Numbers numbers, Namespace namespace) {

  /** The router of a VPC without anything. */
  static RouterPlan first(VpcId id, Timing timing) {
    NamespaceName name = Names.router(id);
    Namespace bare =
        Namespace.of(
            name,
            Settings.tracking(timing),
            Nowhere.links(name),
            List.of(),
            List.of(),
            Optional.of(NftTable.of(Gates.chains(), List.of(), List.of())));
    Draft draft =
        new Draft(
            new Namespace(
                name,
                name,
                bare.sysctls(),
                bare.links(),
                Names.OF_ROUTER,
                bare.routes(),
                bare.rules(),
                bare.nft()));
    TablePieces.always(draft.adding());
    PortPieces.sets(draft.adding());
    return new RouterPlan(VpcPipeline.empty(id), Numbers.NONE, draft.done());
  }

  /** The router of the VPC's next version. */
  RouterPlan next(VpcPipeline now) {
    RouterPlan later = new RouterPlan(now, numbers.next(vpc, now), namespace);
    Draft draft = new Draft(namespace);
    SortedSet<NetworkInterfaceId> ports = ports(later);
    boolean edge = !edge().equals(later.edge()) || !vpc.cidrs().equals(now.cidrs());
    Sink gone = draft.removing();
    Sink made = draft.adding();

    ports.forEach(id -> vpc.ports().get(id).ifPresent(p -> port(p, gone)));
    if (edge) {
      edge(gone);
    }
    units(later, gone);
    SortedSet<SubnetId> borders = Borders.changed(vpc, now);
    boolean first = !Borders.any(vpc) && Borders.any(now);
    boolean last = Borders.any(vpc) && !Borders.any(now);
    borders.forEach(subnet -> Borders.subnet(vpc, subnet, gone));
    Borders.acls(vpc, now, gone);
    if (last) {
      Borders.always(gone);
    }
    vpc.groups().eachDifference(now.groups(), (_, was, _) -> was.ifPresent(g -> group(g, gone)));
    vpc.classes().eachDifference(now.classes(), (_, was, _) -> was.ifPresent(c -> judge(c, gone)));
    SortedSet<SecurityGroupId> named = new TreeSet<>();
    vpc.references()
        .eachDifference(
            now.references(),
            (id, was, is) -> {
              if (is.isEmpty()) {
                GroupChains.members(id, gone);
              } else if (was.isEmpty()) {
                named.add(id);
              }
            });

    named.forEach(id -> later.members(id, made));
    now.classes().eachDifference(vpc.classes(), (_, is, _) -> is.ifPresent(c -> judge(c, made)));
    now.groups().eachDifference(vpc.groups(), (_, is, _) -> is.ifPresent(g -> group(g, made)));
    later.units(this, made);
    if (edge) {
      later.edge(made);
    }
    if (first) {
      Borders.always(made);
    }
    Borders.acls(now, vpc, made);
    borders.forEach(subnet -> Borders.subnet(now, subnet, made));
    ports.forEach(id -> now.ports().get(id).ifPresent(p -> later.port(p, made)));
    return new RouterPlan(now, later.numbers, draft.done());
  }

  /**
   * The ports that differ, or whose subnet is routed by another kernel table or has another ACL.
   */
  private SortedSet<NetworkInterfaceId> ports(RouterPlan later) {
    SortedSet<NetworkInterfaceId> ports = new TreeSet<>();
    vpc.ports().eachDifference(later.vpc.ports(), (id, _, _) -> ports.add(id));
    SortedSet<SubnetId> borders = Borders.changed(vpc, later.vpc);
    if (!borders.isEmpty()) {
      vpc.ports().where(p -> borders.contains(p.subnet())).forEach(p -> ports.add(p.id()));
    }
    numbers
        .subnets()
        .eachDifference(
            later.numbers.subnets(),
            (subnet, was, now) -> {
              if (was.isPresent() && now.isPresent() && !was.get().isLike(now.get())) {
                vpc.ports().where(p -> p.subnet().equals(subnet)).forEach(p -> ports.add(p.id()));
              }
            });
    return ports;
  }

  private void port(Port port, Sink sink) {
    PortPieces.port(vpc, numbers, port, sink);
  }

  private static void group(GroupPolicy group, Sink sink) {
    GroupChains.chains(group).forEach(sink::chain);
  }

  private static void judge(PolicyClass policy, Sink sink) {
    for (Direction direction : Direction.values()) {
      sink.chain(GroupChains.chain(policy, direction));
    }
  }

  /** The members of a group that a rule names for the first time. */
  private void members(SecurityGroupId group, Sink sink) {
    GroupChains.members(group, sink);
    vpc.carriers()
        .forEach((policy, carriers) -> {
          if (policy.groups().contains(group)) {
            carriers
                .values()
                .map(vpc.ports()::require)
                .filter(p -> p.instance().isPresent())
                .forEach(p -> GroupChains.member(group, p, sink));
          }
        });
  }

  /** What of the kernel tables isn't the same in the other plan. */
  private void units(RouterPlan other, Sink sink) {
    boolean cidrs = vpc.cidrs().equals(other.vpc.cidrs());
    numbers
        .units()
        .eachDifference(
            cidrs ? other.numbers.units() : Table.empty(),
            (_, mine, its) -> {
              if (mine.isPresent()) {
                unit(mine.get(), its, sink);
              }
            });
  }

  private void unit(Numbers.Unit mine, Optional<Numbers.Unit> its, Sink sink) {
    Optional<Numbers.Unit> like = its.filter(mine::isLike);
    if (like.isEmpty()) {
      TablePieces.unit(mine, sink);
    }
    mine.table()
        .entries()
        .eachDifference(
            like.map(u -> u.table().entries()).orElse(Table.empty()),
            (_, entry, _) -> entry.ifPresent(e -> TablePieces.entry(vpc, mine, e, sink)));
  }

  /** The gateway that is attached, and the table for what comes in by it. */
  private record Attached(Edge edge, Optional<ForwardingTable> table) {}

  private Optional<Attached> edge() {
    return vpc.edge().map(e -> new Attached(e, e.table().map(vpc.tables()::require)));
  }

  private void edge(Sink sink) {
    edge()
        .ifPresent(attached -> {
          NamespaceName gateway = Names.gateway(attached.edge().gateway());
          sink.link(
              link(
                  Names.router(vpc.id()),
                  Names.GATEWAY,
                  Port.MTU,
                  new LinkEnd(gateway, Names.VPC),
                  Names.mac(gateway + "/" + Names.VPC)));
          PortPieces.gateway(sink);
          attached.table().ifPresent(table -> TablePieces.edge(vpc, table, sink));
        });
  }

  /** A link of a router: it is fe80::1, and the other end fe80::2. */
  static Link link(
      NamespaceName namespace, LinkName name, int mtu, LinkEnd peer, MacAddress other) {
    return Link.of(
        name,
        Names.mac(namespace + "/" + name),
        mtu,
        peer,
        List.of(InterfaceAddress.host(Names.ROUTER)),
        Map.of(Names.OTHER, other));
  }
}
