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
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsResponse;

/** Describes attachments of VPCs to transit gateways. */
final class DescribeTransitGatewayVpcAttachments
    implements Action<
        DescribeTransitGatewayVpcAttachmentsRequest, DescribeTransitGatewayVpcAttachmentsResponse> {
  private static final Filters<
          software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment>
      FILTERS =
          ShapeFilters.of(
              x -> new TransitGatewayAttachmentId(x.transitGatewayAttachmentId()),
              "state",
              "transit-gateway-attachment-id",
              "transit-gateway-id",
              "vpc-id");

  @Override
  public Class<DescribeTransitGatewayVpcAttachmentsRequest> request() {
    return DescribeTransitGatewayVpcAttachmentsRequest.class;
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
  public Decision<DescribeTransitGatewayVpcAttachmentsResponse> decide(
      Network network,
      Caller caller,
      DescribeTransitGatewayVpcAttachmentsRequest request,
      Draw draw) {
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
                .map(x -> Transit.shape(network, x))
                .filter(condition)
                .toList(),
            x -> x.transitGatewayAttachmentId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        DescribeTransitGatewayVpcAttachmentsResponse.builder()
            .transitGatewayVpcAttachments(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
