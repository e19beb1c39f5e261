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
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTableAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTableAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTableAssociation;

/** Lists the attachments that a table routes for. */
final class GetTransitGatewayRouteTableAssociations
    implements Action<
        GetTransitGatewayRouteTableAssociationsRequest,
        GetTransitGatewayRouteTableAssociationsResponse> {
  private static final Filters<TransitGatewayRouteTableAssociation> FILTERS =
      ShapeFilters.of(
          x -> new TransitGatewayAttachmentId(x.transitGatewayAttachmentId()),
          "resource-id",
          "resource-type",
          "transit-gateway-attachment-id");

  @Override
  public Class<GetTransitGatewayRouteTableAssociationsRequest> request() {
    return GetTransitGatewayRouteTableAssociationsRequest.class;
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
  public Decision<GetTransitGatewayRouteTableAssociationsResponse> decide(
      Network network,
      Caller caller,
      GetTransitGatewayRouteTableAssociationsRequest request,
      Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    var condition = FILTERS.condition(network, request.filters());
    var page =
        Page.of(
            Transit.attachments(network, table.gateway())
                .filter(a -> a.association().filter(table.id()::equals).isPresent())
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(a ->
                    TransitGatewayRouteTableAssociation.builder()
                        .transitGatewayAttachmentId(a.id().value())
                        .resourceId(a.vpc().value())
                        .resourceType("vpc")
                        .state("associated")
                        .build())
                .filter(condition)
                .toList(),
            x -> x.transitGatewayAttachmentId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        GetTransitGatewayRouteTableAssociationsResponse.builder()
            .associations(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
