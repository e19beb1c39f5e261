package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteResponse;

/**
 * Adds a route to a table. The same route once more is no error and no change. Targets that aren't
 * built, such as NAT gateways, are refused by the name of the member that would have named them.
 */
public record CreateRoute() implements Action<CreateRouteRequest, CreateRouteResponse> {
  @Override
  public Class<CreateRouteRequest> request() {
    return CreateRouteRequest.class;
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
        "TransitGatewayId");
  }

  @Override
  public Set<Feature> needs(CreateRouteRequest request) {
    if (request.transitGatewayId() != null) {
      return Set.of(Feature.TRANSIT_GATEWAYS);
    }
    return request.vpcPeeringConnectionId() == null ? Set.of() : Set.of(Feature.PEERING);
  }

  @Override
  public Decision<CreateRouteResponse> decide(
      Network network, Caller caller, CreateRouteRequest request, Draw draw) {
    RouteTable table =
        Lookups.ROUTE_TABLE.get(network.routeTables(), caller, request.routeTableId());
    Prefix destination =
        RouteRequests.destination(
            request.destinationCidrBlock(), request.destinationIpv6CidrBlock());
    RouteTarget target =
        RouteRequests.target(
            network,
            caller,
            draw.now(),
            table,
            request.gatewayId(),
            request.networkInterfaceId(),
            request.instanceId(),
            request.vpcPeeringConnectionId(),
            request.transitGatewayId(),
            false);
    RouteRules.check(network, table, destination, target);
    CreateRouteResponse answer = CreateRouteResponse.builder().returnValue(true).build();
    Optional<Route> there =
        table.routes().stream().filter(r -> r.destination().equals(destination)).findFirst();
    if (there.isPresent()) {
      if (there.get().target().equals(target)) {
        return Decision.answer(answer);
      }
      throw new AwsException(
          "RouteAlreadyExists",
          "The route identified by %s already exists in %s: use ReplaceRoute"
              .formatted(destination, table.id()));
    }
    Quotas.of(network, caller)
        .check(
            Quota.ROUTES_PER_ROUTE_TABLE,
            1 + table.routes().stream().filter(CreateRoute::counts).count());
    List<Route> routes = new ArrayList<>(table.routes());
    routes.add(new Route(destination, target, Route.Origin.CREATE_ROUTE));
    return Decision.of(answer, new Change.Put(table.withRoutes(routes)));
  }

  private static boolean counts(Route route) {
    return switch (route.origin()) {
      case CREATE_ROUTE -> true;
      case CREATE_ROUTE_TABLE, ENABLE_VGW_ROUTE_PROPAGATION -> false;
    };
  }
}
