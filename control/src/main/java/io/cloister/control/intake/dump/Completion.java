package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Place;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import io.cloister.model.vpc.TrafficMatch;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a network whole whose dump isn't: every subnet has a VPC, a route table and an ACL, every
 * interface a subnet and groups that exist. What has to be assumed for it is told as a problem.
 */
final class Completion {
  private final Reading reading;
  private final boolean tables;
  private final boolean acls;

  /**
   * @param tables whether route tables were collected at all
   * @param acls whether ACLs were collected at all
   */
  Completion(Reading reading, boolean tables, boolean acls) {
    this.reading = reading;
    this.tables = tables;
    this.acls = acls;
  }

  void run() {
    missingVpcs();
    missingSubnets();
    missingGroups();
    reading.all(Vpc.class).forEach(this::mainTable);
    reading.all(Vpc.class).forEach(this::acl);
  }

  private void missingVpcs() {
    Map<VpcId, List<Prefix>> blocks = new TreeMap<>();
    Map<VpcId, Place> first = new TreeMap<>();
    reading
        .all(RouteTable.class)
        .forEach(t -> {
          first.putIfAbsent(t.vpc(), reading.place(t.id()));
          List<Prefix> local = blocks.computeIfAbsent(t.vpc(), _ -> new ArrayList<>());
          t.routes().stream()
              .filter(r -> r.target() instanceof RouteTarget.Local)
              .map(Route::destination)
              .filter(p -> p.family() == Family.IPV4 && !local.contains(p))
              .forEach(local::add);
        });
    reading
        .all(Subnet.class)
        .forEach(s -> {
          first.putIfAbsent(s.vpc(), reading.place(s.id()));
          List<Prefix> known = blocks.computeIfAbsent(s.vpc(), _ -> new ArrayList<>());
          if (known.stream().noneMatch(b -> b.contains(s.cidr()))) {
            known.add(s.cidr());
          }
        });
    reading
        .all(NetworkInterface.class)
        .forEach(e -> {
          first.putIfAbsent(e.vpc(), reading.place(e.id()));
          List<Prefix> known = blocks.computeIfAbsent(e.vpc(), _ -> new ArrayList<>());
          if (known.stream().noneMatch(b -> b.contains(e.primary()))) {
            known.add(new Prefix(e.primary(), 24));
          }
        });
    reading
        .all(SecurityGroup.class)
        .forEach(g -> mentioned(g.vpc(), reading.place(g.id()), blocks, first));
    reading
        .all(NetworkAcl.class)
        .forEach(a -> mentioned(a.vpc(), reading.place(a.id()), blocks, first));
    reading
        .all(InternetGateway.class)
        .forEach(g -> g.vpc().ifPresent(v -> mentioned(v, reading.place(g.id()), blocks, first)));
    blocks.forEach((id, known) -> {
      if (!reading.has(id)) {
        Place place = first.getOrDefault(id, reading.place(id));
        List<Prefix> ranges = known.isEmpty() ? List.of(Prefix.of("10.0.0.0/16")) : known;
        reading.tally.problem(
            place,
            "%s is not in this dump: its blocks are taken to be %s, from its local routes, subnets and interfaces"
                .formatted(id, ranges));
        reading.assume(vpc(id, ranges), place, "not described itself");
      }
    });
  }

  private static void mentioned(
      VpcId id, Place place, Map<VpcId, List<Prefix>> blocks, Map<VpcId, Place> first) {
    blocks.putIfAbsent(id, new ArrayList<>());
    first.putIfAbsent(id, place);
  }

  private Vpc vpc(VpcId id, List<Prefix> ranges) {
    return new Vpc(
        id,
        reading.where.ofVpc(id.value()),
        ranges.stream()
            .map(r ->
                new Vpc.Block(
                    new VpcCidrAssociationId(Ids.of(VpcCidrAssociationId.PREFIX, id + "|" + r)), r))
            .toList(),
        List.of(),
        Optional.empty(),
        true,
        false,
        false,
        "default",
        false);
  }

  private void missingSubnets() {
    reading
        .all(NetworkInterface.class)
        .filter(e -> !reading.has(e.subnet()))
        .forEach(e -> subnet(e.subnet(), e));
  }

  private void subnet(SubnetId id, NetworkInterface eni) {
    if (reading.has(id)) {
      return;
    }
    Prefix cidr = new Prefix(eni.primary(), 24);
    reading.tally.problem(
        reading.place(eni.id()),
        "%s is not in this dump: its block is taken to be %s".formatted(id, cidr));
    reading.assume(
        new Subnet(
            id, eni.scope(), eni.vpc(), eni.zone(), cidr, List.of(), false, SubnetSettings.NEW),
        reading.place(eni.id()),
        "not described itself");
  }

  private void missingGroups() {
    reading.all(NetworkInterface.class).forEach(e -> e.groups().forEach(g -> group(g, e)));
  }

  private void group(SecurityGroupId id, NetworkInterface eni) {
    if (reading.has(id)) {
      return;
    }
    boolean none = id.value().equals(Ids.of(SecurityGroupId.PREFIX, "nogroup|" + eni.scope()));
    if (!none) {
      reading.tally.problem(
          reading.place(eni.id()), id + " is not in this dump: taken as a group without rules");
    }
    reading.assume(
        new SecurityGroup(
            id,
            eni.scope(),
            eni.vpc(),
            none ? "none" : id.value(),
            none ? "stands for having no group" : "not described itself",
            none ? Groups.open(id) : List.of()),
        reading.place(eni.id()),
        "not described itself");
  }

  private void mainTable(Vpc vpc) {
    if (reading.all(RouteTable.class).anyMatch(t -> t.vpc().equals(vpc.id()) && t.main())) {
      return;
    }
    List<Route> routes = new ArrayList<>();
    vpc.cidrs()
        .map(c -> new Route(c, new RouteTarget.Local(), Route.Origin.CREATE_ROUTE_TABLE))
        .forEach(routes::add);
    String told = "only local routes";
    Optional<InternetGatewayId> gateway =
        reading
            .all(InternetGateway.class)
            .filter(g -> g.vpc().equals(Optional.of(vpc.id())))
            .map(InternetGateway::id)
            .findFirst();
    if (!tables && gateway.isPresent()) {
      // Collectors that leave route tables out take every subnet of such a VPC as a public one.
      routes.add(
          new Route(
              Prefix.ALL_IPV4,
              new RouteTarget.ToInternetGateway(gateway.get()),
              Route.Origin.CREATE_ROUTE));
      told = "a default route to " + gateway.get();
    }
    Place place = reading.place(vpc.id());
    reading.tally.problem(
        place,
        "the main route table of %s is not in this dump: taken as one with %s"
            .formatted(vpc.id(), told));
    reading.assume(
        new RouteTable(
            new RouteTableId(Ids.of(RouteTableId.PREFIX, "main|" + vpc.id())),
            vpc.scope(),
            vpc.id(),
            routes,
            List.of(
                new RouteTableAssociation(
                    new RouteTableAssociationId(
                        Ids.of(RouteTableAssociationId.PREFIX, "main|" + vpc.id())),
                    new RouteTableAssociation.Main()))),
        place,
        "not described itself");
  }

  /** Gives every subnet an ACL: the described default one of its VPC, or one that lets all pass. */
  private void acl(Vpc vpc) {
    List<NetworkAcl> there =
        reading.all(NetworkAcl.class).filter(a -> a.vpc().equals(vpc.id())).toList();
    List<SubnetId> without =
        reading
            .all(Subnet.class)
            .filter(s -> s.vpc().equals(vpc.id()))
            .map(Subnet::id)
            .filter(s ->
                there.stream()
                    .flatMap(a -> a.associations().stream())
                    .noneMatch(a -> a.subnet().equals(s)))
            .toList();
    Optional<NetworkAcl> known = there.stream().filter(NetworkAcl::isDefault).findFirst();
    if (known.isPresent() && without.isEmpty()) {
      return;
    }
    NetworkAcl acl = known.orElseGet(() -> openAcl(vpc));
    if (known.isEmpty() && acls && !without.isEmpty()) {
      reading.tally.problem(
          reading.place(vpc.id()),
          "the default network ACL of %s is not in this dump: taken as one that allows everything"
              .formatted(vpc.id()));
    }
    List<NetworkAcl.Association> associations = new ArrayList<>(acl.associations());
    without.forEach(s ->
        associations.add(
            new NetworkAcl.Association(
                new NetworkAclAssociationId(
                    Ids.of(NetworkAclAssociationId.PREFIX, acl.id() + "|" + s)),
                s)));
    NetworkAcl whole = acl.withAssociations(associations);
    if (known.isPresent()) {
      reading.replace(whole);
    } else {
      reading.assume(whole, reading.place(vpc.id()), "not described itself");
    }
  }

  private static NetworkAcl openAcl(Vpc vpc) {
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      entries.add(open(direction, 100, Prefix.ALL_IPV4));
      if (!vpc.ipv6().isEmpty()) {
        entries.add(open(direction, 101, Prefix.ALL_IPV6));
      }
    }
    return new NetworkAcl(
        new NetworkAclId(Ids.of(NetworkAclId.PREFIX, "default|" + vpc.id())),
        vpc.scope(),
        vpc.id(),
        true,
        entries,
        List.of());
  }

  private static NetworkAcl.Entry open(Direction direction, int number, Prefix cidr) {
    return new NetworkAcl.Entry(direction, number, true, new TrafficMatch.Everything(), cidr);
  }
}
