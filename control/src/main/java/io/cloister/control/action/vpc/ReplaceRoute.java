package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteResponse;

/**
 * Gives a route another target. A local route can lead to an interface, and back to local with
 * {@code LocalTarget}.
 */
public record ReplaceRoute() implements Action<ReplaceRouteRequest, ReplaceRouteResponse> {
  @Override
  public Class<ReplaceRouteRequest> request() {
    return ReplaceRouteRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "RouteTableId",
        "DestinationCidrBlock",
        "DestinationIpv6CidrBlock",
        "GatewayId",
        "NetworkInterfaceId",
        "InstanceId",
        "VpcPeeringConnectionId",
        "TransitGatewayId",
        "LocalTarget");
  }

  @Override
  public Set<Feature> needs(ReplaceRouteRequest request) {
    if (request.transitGatewayId() != null) {
      return Set.of(Feature.TRANSIT_GATEWAYS);
    }
    return request.vpcPeeringConnectionId() == null ? Set.of() : Set.of(Feature.PEERING);
  }

  @Override
  public Decision<ReplaceRouteResponse> decide(
      Network network, Caller caller, ReplaceRouteRequest request, Draw draw) {
    RouteTable table =
        Lookups.ROUTE_TABLE.get(network.routeTables(), caller, request.routeTableId());
    Prefix destination =
        RouteRequests.destination(
            request.destinationCidrBlock(), request.destinationIpv6CidrBlock());
    if (table.routes().stream().noneMatch(r -> r.destination().equals(destination))) {
      throw new AwsException(
          "InvalidParameterValue",
          "There is no route defined for '%s' in the route table. Use CreateRoute instead."
              .formatted(destination));
    }
    // "local" as the gateway's id is how clients name the local target without LocalTarget.
    boolean asGateway = RouteTableAnswer.LOCAL.equals(request.gatewayId());
    RouteTarget target =
        RouteRequests.target(
            network,
            caller,
            draw.now(),
            table,
            asGateway ? null : request.gatewayId(),
            request.networkInterfaceId(),
            request.instanceId(),
            request.vpcPeeringConnectionId(),
            request.transitGatewayId(),
            asGateway || Boolean.TRUE.equals(request.localTarget()));
    if (target instanceof RouteTarget.Local
        && network.vpcs().require(table.vpc()).cidrs().noneMatch(destination::equals)) {
      throw new AwsException(
          "InvalidParameterValue",
          "The route %s of %s is not a local route: its target can't be local"
              .formatted(destination, table.id()));
    }
    RouteRules.check(network, table, destination, target);
    return Decision.of(
        ReplaceRouteResponse.builder().build(),
        new Change.Put(
            table.withRoutes(
                table.routes().stream()
                    .map(r ->
                        r.destination().equals(destination)
                            ? new Route(destination, target, r.origin())
                            : r)
                    .toList())));
  }
}
