package io.cloister.model.network;

import io.cloister.model.id.AllocationId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.ProfileAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcId;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.ProfileAssociation;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Look-ups against the direction of the references; kept in step by every change. */
public final class Index {
  static final Index EMPTY =
      new Index(
          Table.empty(),
          Table.empty(),
          Table.empty(),
          Table.empty(),
          Table.empty(),
          Table.empty(),
          Ties.EMPTY);

  private final Table<VpcId, Table<SubnetId, SubnetId>> subnets;
  private final Table<VpcId, Table<RouteTableId, RouteTableId>> routeTables;
  private final Table<SubnetId, Table<NetworkInterfaceId, NetworkInterfaceId>> bySubnet;
  private final Table<InstanceId, Table<NetworkInterfaceId, NetworkInterfaceId>> byInstance;
  private final Table<SecurityGroupId, Table<NetworkInterfaceId, NetworkInterfaceId>> byGroup;
  private final Table<NetworkInterfaceId, Table<AllocationId, AllocationId>> elasticIps;

  private final Ties ties;

  private Index(
      Table<VpcId, Table<SubnetId, SubnetId>> subnets,
      Table<VpcId, Table<RouteTableId, RouteTableId>> routeTables,
      Table<SubnetId, Table<NetworkInterfaceId, NetworkInterfaceId>> bySubnet,
      Table<InstanceId, Table<NetworkInterfaceId, NetworkInterfaceId>> byInstance,
      Table<SecurityGroupId, Table<NetworkInterfaceId, NetworkInterfaceId>> byGroup,
      Table<NetworkInterfaceId, Table<AllocationId, AllocationId>> elasticIps,
      Ties ties) {
    this.subnets = subnets;
    this.routeTables = routeTables;
    this.bySubnet = bySubnet;
    this.byInstance = byInstance;
    this.byGroup = byGroup;
    this.elasticIps = elasticIps;
    this.ties = ties;
  }

  /** The subnets of a VPC. */
  public Stream<SubnetId> subnets(VpcId vpc) {
    return all(subnets, vpc);
  }

  /** The route tables of a VPC. */
  public Stream<RouteTableId> routeTables(VpcId vpc) {
    return all(routeTables, vpc);
  }

  /** The interfaces in a subnet. */
  public Stream<NetworkInterfaceId> interfaces(SubnetId subnet) {
    return all(bySubnet, subnet);
  }

  /** The number of interfaces in a subnet. */
  public int interfaceCount(SubnetId subnet) {
    return bySubnet.get(subnet).map(Table::size).orElse(0);
  }

  /** The interfaces that are attached to an instance, in no order of devices. */
  public Stream<NetworkInterfaceId> interfaces(InstanceId instance) {
    return all(byInstance, instance);
  }

  /** The interfaces that carry a group. */
  public Stream<NetworkInterfaceId> interfaces(SecurityGroupId group) {
    return all(byGroup, group);
  }

  /** The Elastic IP addresses that are associated with an interface. */
  public Stream<AllocationId> elasticIps(NetworkInterfaceId eni) {
    return all(elasticIps, eni);
  }

  /** The peering connections that a VPC is a side of, in any state. */
  public Stream<PeeringConnectionId> peerings(VpcId vpc) {
    return all(ties.peerings(), vpc);
  }

  /** The attachments of a VPC to transit gateways, in any state. */
  public Stream<TransitGatewayAttachmentId> attachments(VpcId vpc) {
    return all(ties.attachments(), vpc);
  }

  /** The endpoints in a VPC, in any state. */
  public Stream<VpcEndpointId> endpoints(VpcId vpc) {
    return all(ties.endpoints(), vpc);
  }

  /** The associations of an instance with instance profiles: at most one. */
  public Stream<ProfileAssociationId> profiles(InstanceId instance) {
    return all(ties.profiles(), instance);
  }

  Index peering(Optional<PeeringConnection> before, Optional<PeeringConnection> after) {
    return with(
        new Ties(
            moved(
                ties.peerings(),
                before.map(Index::sides).orElse(List.of()),
                after.map(Index::sides).orElse(List.of()),
                id(before, after, PeeringConnection::id)),
            ties.attachments(),
            ties.endpoints(),
            ties.profiles()));
  }

  private static List<VpcId> sides(PeeringConnection peering) {
    return List.of(peering.requester().vpc(), peering.accepter().vpc());
  }

  Index attachment(
      Optional<TransitGatewayAttachment> before, Optional<TransitGatewayAttachment> after) {
    return with(
        new Ties(
            ties.peerings(),
            moved(
                ties.attachments(),
                before.map(TransitGatewayAttachment::vpc),
                after.map(TransitGatewayAttachment::vpc),
                id(before, after, TransitGatewayAttachment::id)),
            ties.endpoints(),
            ties.profiles()));
  }

  Index endpoint(Optional<VpcEndpoint> before, Optional<VpcEndpoint> after) {
    return with(
        new Ties(
            ties.peerings(),
            ties.attachments(),
            moved(
                ties.endpoints(),
                before.map(VpcEndpoint::vpc),
                after.map(VpcEndpoint::vpc),
                id(before, after, VpcEndpoint::id)),
            ties.profiles()));
  }

  Index profile(Optional<ProfileAssociation> before, Optional<ProfileAssociation> after) {
    return with(
        new Ties(
            ties.peerings(),
            ties.attachments(),
            ties.endpoints(),
            moved(
                ties.profiles(),
                before.map(ProfileAssociation::instance),
                after.map(ProfileAssociation::instance),
                id(before, after, ProfileAssociation::id))));
  }

  private Index with(Ties other) {
    return new Index(subnets, routeTables, bySubnet, byInstance, byGroup, elasticIps, other);
  }

  /** What ties VPCs and instances to elsewhere. */
  private record Ties(
      Table<VpcId, Table<PeeringConnectionId, PeeringConnectionId>> peerings,
      Table<VpcId, Table<TransitGatewayAttachmentId, TransitGatewayAttachmentId>> attachments,
      Table<VpcId, Table<VpcEndpointId, VpcEndpointId>> endpoints,
      Table<InstanceId, Table<ProfileAssociationId, ProfileAssociationId>> profiles) {
    static final Ties EMPTY = new Ties(Table.empty(), Table.empty(), Table.empty(), Table.empty());
  }

  Index subnet(Optional<Subnet> before, Optional<Subnet> after) {
    return new Index(
        moved(
            subnets,
            before.map(Subnet::vpc),
            after.map(Subnet::vpc),
            id(before, after, Subnet::id)),
        routeTables,
        bySubnet,
        byInstance,
        byGroup,
        elasticIps,
        ties);
  }

  Index routeTable(Optional<RouteTable> before, Optional<RouteTable> after) {
    return new Index(
        subnets,
        moved(
            routeTables,
            before.map(RouteTable::vpc),
            after.map(RouteTable::vpc),
            id(before, after, RouteTable::id)),
        bySubnet,
        byInstance,
        byGroup,
        elasticIps,
        ties);
  }

  Index elasticIp(Optional<ElasticIp> before, Optional<ElasticIp> after) {
    return new Index(
        subnets,
        routeTables,
        bySubnet,
        byInstance,
        byGroup,
        moved(
            elasticIps,
            before.flatMap(ElasticIp::association).map(ElasticIp.Association::eni),
            after.flatMap(ElasticIp::association).map(ElasticIp.Association::eni),
            id(before, after, ElasticIp::id)),
        ties);
  }

  Index networkInterface(Optional<NetworkInterface> before, Optional<NetworkInterface> after) {
    Optional<NetworkInterfaceId> id = id(before, after, NetworkInterface::id);
    return new Index(
        subnets,
        routeTables,
        moved(
            bySubnet,
            before.map(NetworkInterface::subnet),
            after.map(NetworkInterface::subnet),
            id),
        moved(
            byInstance,
            before.flatMap(NetworkInterface::attachment).map(NetworkInterface.Attachment::instance),
            after.flatMap(NetworkInterface::attachment).map(NetworkInterface.Attachment::instance),
            id),
        moved(
            byGroup,
            before.map(NetworkInterface::groups).orElse(List.of()),
            after.map(NetworkInterface::groups).orElse(List.of()),
            id),
        elasticIps,
        ties);
  }

  private static <R, I> Optional<I> id(Optional<R> before, Optional<R> after, Function<R, I> of) {
    return after.or(() -> before).map(of);
  }

  private static <K extends Comparable<? super K>, I extends Comparable<? super I>> Stream<I> all(
      Table<K, Table<I, I>> index, K key) {
    return index.get(key).map(Table::values).orElse(Stream.empty());
  }

  private static <K extends Comparable<? super K>, I extends Comparable<? super I>>
      Table<K, Table<I, I>> moved(
          Table<K, Table<I, I>> index, Optional<K> from, Optional<K> to, Optional<I> id) {
    return from.equals(to)
        ? index
        : moved(
            index, from.map(List::of).orElse(List.of()), to.map(List::of).orElse(List.of()), id);
  }

  private static <K extends Comparable<? super K>, I extends Comparable<? super I>>
      Table<K, Table<I, I>> moved(
          Table<K, Table<I, I>> index, List<K> from, List<K> to, Optional<I> id) {
    Table<K, Table<I, I>> result = index;
    if (id.isEmpty() || from.equals(to)) {
      return index;
    }
    for (K key : from) {
      Table<I, I> rest = result.get(key).orElse(Table.empty()).without(id.get());
      result = rest.isEmpty() ? result.without(key) : result.with(key, rest);
    }
    for (K key : to) {
      result = result.with(key, result.get(key).orElse(Table.empty()).with(id.get(), id.get()));
    }
    return result;
  }
}
