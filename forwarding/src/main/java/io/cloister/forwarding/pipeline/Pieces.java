package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The functions of small inputs that compiling is made of. */
final class Pieces {
  private Pieces() {}

  static Port port(Network network, NetworkInterface eni) {
    Map<IpAddress, IpAddress> elastic = new HashMap<>();
    network
        .index()
        .elasticIps(eni.id())
        .map(network.elasticIps()::require)
        .forEach(ip ->
            ip.association()
                .map(ElasticIp.Association::privateAddress)
                .ifPresent(address -> elastic.put(address, ip.address())));
    return new Port(
        eni.id(),
        eni.subnet(),
        eni.mac(),
        eni.ipv4().stream()
            .map(own ->
                new Port.PrivateAddress(
                    own.address(),
                    Optional.ofNullable(elastic.get(own.address())).or(own::publicAddress)))
            .toList(),
        eni.ipv6(),
        eni.sourceDestCheck(),
        PolicyClassId.of(eni.groups()),
        plug(network, eni));
  }

  /** Where an interface is plugged in: an instance keeps its links until its sandbox has ended. */
  static Optional<Plug> plug(Network network, NetworkInterface eni) {
    return eni.attachment()
        .filter(to ->
            network
                .instances()
                .get(to.instance())
                .map(Instance::state)
                .filter(Pieces::isPowered)
                .isPresent())
        .map(to -> new Plug.OfInstance(to.instance(), to.device()));
  }

  private static boolean isPowered(Instance.State state) {
    return switch (state) {
      case PENDING, RUNNING, STOPPING, SHUTTING_DOWN -> true;
      case STOPPED, TERMINATED -> false;
    };
  }

  static SubnetStage subnet(Network network, Subnet subnet, Optional<NetworkAclId> acl) {
    return new SubnetStage(
        subnet.id(),
        Stream.concat(Stream.of(subnet.cidr()), subnet.ipv6().stream().map(Subnet.Ipv6Block::cidr))
            .toList(),
        network.routeTableOf(subnet).id(),
        acl);
  }

  static ForwardingTable table(Network network, RouteTable table) {
    Table<Prefix, ForwardingTable.Entry> entries = Table.empty();
    for (Family family : Family.values()) {
      Prefix all = family.everything();
      entries = entries.with(all, entry(table.id(), all, new Hop.Blackhole(Hop.Why.NO_ROUTE)));
    }
    for (Route route : table.routes()) {
      Hop hop = hop(network, table.vpc(), route.target());
      entries = entries.with(route.destination(), entry(table.id(), route.destination(), hop));
    }
    return new ForwardingTable(table.id(), entries);
  }

  private static ForwardingTable.Entry entry(RouteTableId table, Prefix destination, Hop hop) {
    return new ForwardingTable.Entry(destination, hop, new Cause.OfRoute(table, destination));
  }

  private static Hop hop(Network network, VpcId vpc, RouteTarget target) {
    return switch (target) {
      case RouteTarget.Local _ -> new Hop.Local();
      case RouteTarget.ToInternetGateway(var id) ->
          network
                  .internetGateways()
                  .get(id)
                  .filter(gateway -> gateway.vpc().equals(Optional.of(vpc)))
                  .isPresent()
              ? new Hop.ToInternetGateway(id)
              : new Hop.Blackhole(Hop.Why.GATEWAY_NOT_ATTACHED);
      // Compiled to ways of their own as soon as the pipeline has them.
      case RouteTarget.ToPeering _, RouteTarget.ToTransitGateway _, RouteTarget.ToEndpoint _ ->
          new Hop.Blackhole(Hop.Why.GATEWAY_NOT_ATTACHED);
      case RouteTarget.ToInterface(var id) ->
          network
                  .interfaces()
                  .get(id)
                  .filter(eni -> eni.vpc().equals(vpc) && plug(network, eni).isPresent())
                  .isPresent()
              ? new Hop.ToInterface(id)
              : new Hop.Blackhole(Hop.Why.INTERFACE_NOT_ATTACHED);
    };
  }

  static Optional<Edge> edge(Network network, VpcId vpc) {
    return network
        .internetGateways()
        .where(gateway -> gateway.vpc().equals(Optional.of(vpc)))
        .findFirst()
        .map(gateway -> new Edge(gateway.id(), gatewayTable(network, vpc, gateway.id())));
  }

  private static Optional<RouteTableId> gatewayTable(
      Network network, VpcId vpc, InternetGatewayId gateway) {
    return network
        .index()
        .routeTables(vpc)
        .filter(table ->
            network.routeTables().require(table).associations().stream()
                .map(RouteTableAssociation::with)
                .anyMatch(new RouteTableAssociation.OfGateway(gateway)::equals))
        .findFirst();
  }

  /** The ACLs of a VPC's subnets, by their associations; else its default one. */
  static Function<SubnetId, Optional<NetworkAclId>> acls(Network network, VpcId vpc) {
    Map<SubnetId, NetworkAclId> bySubnet = new HashMap<>();
    List<NetworkAcl> all = network.networkAcls().where(acl -> acl.vpc().equals(vpc)).toList();
    for (NetworkAcl acl : all) {
      acl.associations().forEach(a -> bySubnet.put(a.subnet(), acl.id()));
    }
    Optional<NetworkAclId> byDefault =
        all.stream().filter(NetworkAcl::isDefault).map(NetworkAcl::id).findFirst();
    return subnet -> Optional.ofNullable(bySubnet.get(subnet)).or(() -> byDefault);
  }

  static AclStage acl(NetworkAcl acl) {
    return new AclStage(
        acl.id(),
        entries(acl, Direction.INGRESS, Family.IPV4),
        entries(acl, Direction.INGRESS, Family.IPV6),
        entries(acl, Direction.EGRESS, Family.IPV4),
        entries(acl, Direction.EGRESS, Family.IPV6));
  }

  private static List<AclEntry> entries(NetworkAcl acl, Direction direction, Family family) {
    List<AclEntry> entries = new ArrayList<>();
    acl.entries().stream()
        .filter(e -> e.direction() == direction && e.cidr().family() == family)
        .sorted(Comparator.comparingInt(NetworkAcl.Entry::number))
        .map(e ->
            new AclEntry(
                new Cause.OfAclEntry(acl.id(), direction, e.number()),
                e.allow(),
                e.match(),
                e.cidr()))
        .forEach(entries::add);
    entries.add(
        new AclEntry(
            new Cause.OfAclEntry(acl.id(), direction, Cause.OfAclEntry.IMPLICIT_DENY),
            false,
            new TrafficMatch.Everything(),
            family.everything()));
    return entries;
  }

  static GroupPolicy group(SecurityGroup group) {
    return new GroupPolicy(
        group.id(),
        rules(group, Direction.INGRESS, Family.IPV4),
        rules(group, Direction.INGRESS, Family.IPV6),
        rules(group, Direction.EGRESS, Family.IPV4),
        rules(group, Direction.EGRESS, Family.IPV6));
  }

  private static List<GroupRule> rules(SecurityGroup group, Direction direction, Family family) {
    return group
        .rules(direction)
        .filter(rule -> concerns(rule, family))
        .map(rule ->
            new GroupRule(new Cause.OfRule(group.id(), rule.id()), rule.match(), rule.peer()))
        .toList();
  }

  private static boolean concerns(SecurityGroupRule rule, Family family) {
    boolean peer =
        switch (rule.peer()) {
          case RulePeer.Cidr(Prefix prefix) -> prefix.family() == family;
          case RulePeer.Group _ -> true;
        };
    return peer
        && switch (rule.match()) {
          case TrafficMatch.Everything _, TrafficMatch.Ports _, TrafficMatch.Other _ -> true;
          case TrafficMatch.Icmp(IpProtocol protocol, _, _) ->
              protocol.equals(family == Family.IPV4 ? IpProtocol.ICMP : IpProtocol.ICMPV6);
        };
  }
}
