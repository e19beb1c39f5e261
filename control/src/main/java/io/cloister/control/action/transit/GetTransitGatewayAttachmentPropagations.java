package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayAttachment;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayAttachmentPropagationsRequest;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayAttachmentPropagationsResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachmentPropagation;

/** Lists the tables that an attachment propagates to. */
final class GetTransitGatewayAttachmentPropagations
    implements Action<
        GetTransitGatewayAttachmentPropagationsRequest,
        GetTransitGatewayAttachmentPropagationsResponse> {
  private static final Filters<TransitGatewayAttachmentPropagation> FILTERS =
      ShapeFilters.of(
          x -> new TransitGatewayRouteTableId(x.transitGatewayRouteTableId()),
          "transit-gateway-route-table-id");

  @Override
  public Class<GetTransitGatewayAttachmentPropagationsRequest> request() {
    return GetTransitGatewayAttachmentPropagationsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayAttachmentId", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<GetTransitGatewayAttachmentPropagationsResponse> decide(
      Network network,
      Caller caller,
      GetTransitGatewayAttachmentPropagationsRequest request,
      Draw draw) {
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    var condition = FILTERS.condition(network, request.filters());
    var page =
        Page.of(
            Transit.tables(network, attachment.gateway())
                .filter(t -> t.propagations().contains(attachment.id()))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(t ->
                    TransitGatewayAttachmentPropagation.builder()
                        .transitGatewayRouteTableId(t.id().value())
                        .state("enabled")
                        .build())
                .filter(condition)
                .toList(),
            x -> x.transitGatewayRouteTableId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        GetTransitGatewayAttachmentPropagationsResponse.builder()
            .transitGatewayAttachmentPropagations(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
