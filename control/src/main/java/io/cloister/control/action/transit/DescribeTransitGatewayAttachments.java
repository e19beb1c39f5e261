package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsResponse;

/** Describes attachments to transit gateways, of any kind: here of VPCs. */
final class DescribeTransitGatewayAttachments
    implements Action<
        DescribeTransitGatewayAttachmentsRequest, DescribeTransitGatewayAttachmentsResponse> {
  private static final Filters<software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment>
      FILTERS =
          ShapeFilters.of(
              x -> new TransitGatewayAttachmentId(x.transitGatewayAttachmentId()),
              "association.state",
              "association.transit-gateway-route-table-id",
              "resource-id",
              "resource-owner-id",
              "resource-type",
              "state",
              "transit-gateway-attachment-id",
              "transit-gateway-id",
              "transit-gateway-owner-id");

  @Override
  public Class<DescribeTransitGatewayAttachmentsRequest> request() {
    return DescribeTransitGatewayAttachmentsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayAttachmentIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeTransitGatewayAttachmentsResponse> decide(
      Network network, Caller caller, DescribeTransitGatewayAttachmentsRequest request, Draw draw) {
    if (request.maxResults() != null && !request.transitGatewayAttachmentIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter transitGatewayAttachmentIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    var page =
        Page.of(
            Lookups.TRANSIT_ATTACHMENT
                .list(network.attachments(), caller, request.transitGatewayAttachmentIds())
                .stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(x -> AnyAttachment.of(network, x))
                .filter(condition)
                .toList(),
            x -> x.transitGatewayAttachmentId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        DescribeTransitGatewayAttachmentsResponse.builder()
            .transitGatewayAttachments(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
