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
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysResponse;

/** Describes transit gateways. */
final class DescribeTransitGateways
    implements Action<DescribeTransitGatewaysRequest, DescribeTransitGatewaysResponse> {
  private static final Filters<software.amazon.awssdk.services.ec2.model.TransitGateway> FILTERS =
      ShapeFilters.of(
          x -> new TransitGatewayId(x.transitGatewayId()),
          "options.propagation-default-route-table-id=Options.PropagationDefaultRouteTableId",
          "options.amazon-side-asn",
          "options.association-default-route-table-id",
          "options.auto-accept-shared-attachments",
          "options.default-route-table-association",
          "options.default-route-table-propagation",
          "options.dns-support",
          "options.vpn-ecmp-support",
          "owner-id",
          "state",
          "transit-gateway-id");

  @Override
  public Class<DescribeTransitGatewaysRequest> request() {
    return DescribeTransitGatewaysRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeTransitGatewaysResponse> decide(
      Network network, Caller caller, DescribeTransitGatewaysRequest request, Draw draw) {
    if (request.maxResults() != null && !request.transitGatewayIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter transitGatewayIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    var page =
        Page.of(
            Lookups.TRANSIT_GATEWAY
                .list(network.transitGateways(), caller, request.transitGatewayIds())
                .stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(x -> Transit.shape(network, caller, x))
                .filter(condition)
                .toList(),
            x -> x.transitGatewayId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        DescribeTransitGatewaysResponse.builder()
            .transitGateways(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
