package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import java.util.List;
import java.util.stream.Stream;

/** Route tables as EC2 answers them. */
final class RouteTableAnswer {
  /** What a local route has as its gateway. */
  static final String LOCAL = "local";

  private RouteTableAnswer() {}

  static software.amazon.awssdk.services.ec2.model.RouteTable of(
      Network network, RouteTable table) {
    return software.amazon.awssdk.services.ec2.model.RouteTable.builder()
        .routeTableId(table.id().value())
        .vpcId(table.vpc().value())
        .ownerId(table.scope().account())
        .routes(
            Stream.concat(
                    table.routes().stream().map(r -> of(network, table, r)),
                    EndpointRoutes.of(network, table))
                .toList())
        .associations(table.associations().stream().map(a -> of(table, a)).toList())
        .propagatingVgws(List.of())
        .tags(Tagging.of(network, table.id()))
        .build();
  }

  private static software.amazon.awssdk.services.ec2.model.RouteTableAssociation of(
      RouteTable table, RouteTableAssociation association) {
    var answer =
        software.amazon.awssdk.services.ec2.model.RouteTableAssociation.builder()
            .routeTableAssociationId(association.id().value())
            .routeTableId(table.id().value())
            .main(false)
            .associationState(s -> s.state("associated"));
    switch (association.with()) {
      case RouteTableAssociation.Main() -> answer.main(true);
      case RouteTableAssociation.OfSubnet(SubnetId id) -> answer.subnetId(id.value());
      case RouteTableAssociation.OfGateway(InternetGatewayId id) -> answer.gatewayId(id.value());
    }
    return answer.build();
  }

  private static software.amazon.awssdk.services.ec2.model.Route of(
      Network network, RouteTable table, Route route) {
    var answer =
        software.amazon.awssdk.services.ec2.model.Route.builder()
            .origin(origin(route.origin()))
            .state(RouteStates.text(network, table, route));
    switch (route.destination().family()) {
      case IPV4 -> answer.destinationCidrBlock(route.destination().toString());
      case IPV6 -> answer.destinationIpv6CidrBlock(route.destination().toString());
    }
    switch (route.target()) {
      case RouteTarget.Local() -> answer.gatewayId(LOCAL);
      case RouteTarget.ToInternetGateway(InternetGatewayId id) -> answer.gatewayId(id.value());
      case RouteTarget.ToPeering(PeeringConnectionId id) ->
          answer.vpcPeeringConnectionId(id.value());
      case RouteTarget.ToTransitGateway(TransitGatewayId id) -> answer.transitGatewayId(id.value());
      case RouteTarget.ToEndpoint(VpcEndpointId id) -> answer.gatewayId(id.value());
      case RouteTarget.ToInterface(NetworkInterfaceId id) -> {
        answer.networkInterfaceId(id.value());
        RouteStates.instance(network, id)
            .ifPresent(i -> answer.instanceId(i.id().value()).instanceOwnerId(i.scope().account()));
      }
    }
    return answer.build();
  }

  /** An origin as AWS writes it. */
  static String origin(Route.Origin origin) {
    return switch (origin) {
      case CREATE_ROUTE_TABLE -> "CreateRouteTable";
      case CREATE_ROUTE -> "CreateRoute";
      case ENABLE_VGW_ROUTE_PROPAGATION -> "EnableVgwRoutePropagation";
    };
  }
}
