package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTablePropagationsRequest;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTablePropagationsResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTablePropagation;

/** Lists the attachments that propagate to a table. */
final class GetTransitGatewayRouteTablePropagations
    implements Action<
        GetTransitGatewayRouteTablePropagationsRequest,
        GetTransitGatewayRouteTablePropagationsResponse> {
  private static final Filters<TransitGatewayRouteTablePropagation> FILTERS =
      ShapeFilters.of(
          x -> new TransitGatewayAttachmentId(x.transitGatewayAttachmentId()),
          "resource-id",
          "resource-type",
          "transit-gateway-attachment-id");

  @Override
  public Class<GetTransitGatewayRouteTablePropagationsRequest> request() {
    return GetTransitGatewayRouteTablePropagationsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<GetTransitGatewayRouteTablePropagationsResponse> decide(
      Network network,
      Caller caller,
      GetTransitGatewayRouteTablePropagationsRequest request,
      Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    var condition = FILTERS.condition(network, request.filters());
    var page =
        Page.of(
            table.propagations().stream()
                .map(network.attachments()::require)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(a ->
                    TransitGatewayRouteTablePropagation.builder()
                        .transitGatewayAttachmentId(a.id().value())
                        .resourceId(a.vpc().value())
                        .resourceType("vpc")
                        .state("enabled")
                        .build())
                .filter(condition)
                .toList(),
            x -> x.transitGatewayAttachmentId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        GetTransitGatewayRouteTablePropagationsResponse.builder()
            .transitGatewayRouteTablePropagations(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
