package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteResponse;

/** Adds a static route to a table. */
final class CreateTransitGatewayRoute
    implements Action<CreateTransitGatewayRouteRequest, CreateTransitGatewayRouteResponse> {

  @Override
  public Class<CreateTransitGatewayRouteRequest> request() {
    return CreateTransitGatewayRouteRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "DestinationCidrBlock",
        "TransitGatewayRouteTableId",
        "TransitGatewayAttachmentId",
        "Blackhole");
  }

  @Override
  public Decision<CreateTransitGatewayRouteResponse> decide(
      Network network, Caller caller, CreateTransitGatewayRouteRequest request, Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    TransitGatewayRouteTable.StaticRoute route =
        TransitRoutes.wanted(
            network,
            caller,
            table,
            request.destinationCidrBlock(),
            request.transitGatewayAttachmentId(),
            request.blackhole());
    if (TransitRoutes.has(table, route.destination())) {
      throw new AwsException(
          "RouteAlreadyExists",
          "Route %s already exists in Transit Gateway Route Table %s"
              .formatted(route.destination(), table.id()));
    }
    return Decision.of(
        CreateTransitGatewayRouteResponse.builder()
            .route(TransitRoutes.shape(network, route))
            .build(),
        new Change.Put(
            table.withRoutes(
                Stream.concat(TransitRoutes.without(table, route.destination()), Stream.of(route))
                    .toList())));
  }
}
