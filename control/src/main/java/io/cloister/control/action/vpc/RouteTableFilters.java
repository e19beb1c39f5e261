package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Filters;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import java.util.stream.Stream;

/** The filters of DescribeRouteTables. */
final class RouteTableFilters {
  private static final Filters<RouteTable> FILTERS =
      Filters.<RouteTable>of(RouteTable::id)
          .with("association.gateway-id", t -> with(t).flatMap(RouteTableFilters::gateway))
          .with(
              "association.route-table-association-id",
              t -> t.associations().stream().map(a -> a.id().value()))
          .with(
              "association.route-table-id", t -> t.associations().stream().map(_ -> t.id().value()))
          .with("association.subnet-id", t -> with(t).flatMap(RouteTableFilters::subnet))
          .with(
              "association.main",
              t -> with(t).map(w -> String.valueOf(w instanceof RouteTableAssociation.Main)))
          .one("owner-id", t -> t.scope().account())
          .one("route-table-id", RouteTable::id)
          .with("route.destination-cidr-block", t -> destinations(t, Family.IPV4))
          .with("route.destination-ipv6-cidr-block", t -> destinations(t, Family.IPV6))
          .with("route.egress-only-internet-gateway-id", _ -> Stream.of())
          .with("route.nat-gateway-id", _ -> Stream.of())
          .with(
              "route.transit-gateway-id",
              t -> t.routes().stream().flatMap(RouteTableFilters::transitGateway))
          .with(
              "route.vpc-peering-connection-id",
              t -> t.routes().stream().flatMap(RouteTableFilters::peering))
          .with(
              "route.origin",
              t -> t.routes().stream().map(r -> RouteTableAnswer.origin(r.origin())))
          .one("vpc-id", RouteTable::vpc);

  private RouteTableFilters() {}

  /** Those that need to know more than the table. */
  static Filters<RouteTable> of(Network network) {
    return FILTERS
        .with(
            "route.destination-prefix-list-id",
            t -> EndpointRoutes.of(network, t).map(r -> r.destinationPrefixListId()))
        .with(
            "route.gateway-id",
            t ->
                Stream.concat(
                    t.routes().stream().flatMap(RouteTableFilters::gateway),
                    EndpointRoutes.of(network, t).map(r -> r.gatewayId())))
        .with("route.instance-id", t -> t.routes().stream().flatMap(r -> instance(network, r)))
        .with("route.state", t -> t.routes().stream().map(r -> RouteStates.text(network, t, r)));
  }

  private static Stream<RouteTableAssociation.With> with(RouteTable table) {
    return table.associations().stream().map(RouteTableAssociation::with);
  }

  private static Stream<String> gateway(RouteTableAssociation.With with) {
    return with instanceof RouteTableAssociation.OfGateway(InternetGatewayId id)
        ? Stream.of(id.value())
        : Stream.of();
  }

  private static Stream<String> subnet(RouteTableAssociation.With with) {
    return with instanceof RouteTableAssociation.OfSubnet(SubnetId id)
        ? Stream.of(id.value())
        : Stream.of();
  }

  private static Stream<String> destinations(RouteTable table, Family family) {
    return table.routes().stream()
        .map(Route::destination)
        .filter(d -> d.family() == family)
        .map(Prefix::toString);
  }

  private static Stream<String> gateway(Route route) {
    return switch (route.target()) {
      case RouteTarget.Local() -> Stream.of(RouteTableAnswer.LOCAL);
      case RouteTarget.ToInternetGateway(InternetGatewayId id) -> Stream.of(id.value());
      case RouteTarget.ToEndpoint(VpcEndpointId id) -> Stream.of(id.value());
      case RouteTarget.ToInterface _, RouteTarget.ToPeering _, RouteTarget.ToTransitGateway _ ->
          Stream.of();
    };
  }

  private static Stream<String> transitGateway(Route route) {
    return route.target() instanceof RouteTarget.ToTransitGateway(TransitGatewayId id)
        ? Stream.of(id.value())
        : Stream.of();
  }

  private static Stream<String> peering(Route route) {
    return route.target() instanceof RouteTarget.ToPeering(PeeringConnectionId id)
        ? Stream.of(id.value())
        : Stream.of();
  }

  private static Stream<String> instance(Network network, Route route) {
    return route.target() instanceof RouteTarget.ToInterface(NetworkInterfaceId id)
        ? RouteStates.instance(network, id).map(i -> i.id().value()).stream()
        : Stream.of();
  }
}
