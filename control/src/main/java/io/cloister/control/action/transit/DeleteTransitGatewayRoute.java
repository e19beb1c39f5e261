package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteResponse;

/** Removes a static route from a table. */
final class DeleteTransitGatewayRoute
    implements Action<DeleteTransitGatewayRouteRequest, DeleteTransitGatewayRouteResponse> {

  @Override
  public Class<DeleteTransitGatewayRouteRequest> request() {
    return DeleteTransitGatewayRouteRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "DestinationCidrBlock");
  }

  @Override
  public Decision<DeleteTransitGatewayRouteResponse> decide(
      Network network, Caller caller, DeleteTransitGatewayRouteRequest request, Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    Prefix destination = TransitRoutes.destination(request.destinationCidrBlock());
    TransitGatewayRouteTable.StaticRoute route =
        table.routes().stream()
            .filter(r -> r.destination().equals(destination))
            .findFirst()
            .orElseThrow(() -> TransitRoutes.missing(table, destination));
    return Decision.of(
        DeleteTransitGatewayRouteResponse.builder()
            .route(TransitRoutes.shape(network, route).toBuilder().state("deleted").build())
            .build(),
        new Change.Put(table.withRoutes(TransitRoutes.without(table, destination).toList())));
  }
}
