package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ReplaceTransitGatewayRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceTransitGatewayRouteResponse;

/** Lets a static route lead elsewhere. */
final class ReplaceTransitGatewayRoute
    implements Action<ReplaceTransitGatewayRouteRequest, ReplaceTransitGatewayRouteResponse> {

  @Override
  public Class<ReplaceTransitGatewayRouteRequest> request() {
    return ReplaceTransitGatewayRouteRequest.class;
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
  public Decision<ReplaceTransitGatewayRouteResponse> decide(
      Network network, Caller caller, ReplaceTransitGatewayRouteRequest request, Draw draw) {
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
    if (!TransitRoutes.has(table, route.destination())) {
      throw TransitRoutes.missing(table, route.destination());
    }
    return Decision.of(
        ReplaceTransitGatewayRouteResponse.builder()
            .route(TransitRoutes.shape(network, route))
            .build(),
        new Change.Put(
            table.withRoutes(
                Stream.concat(TransitRoutes.without(table, route.destination()), Stream.of(route))
                    .toList())));
  }
}
