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
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesResponse;

/** Describes route tables of transit gateways. */
final class DescribeTransitGatewayRouteTables
    implements Action<
        DescribeTransitGatewayRouteTablesRequest, DescribeTransitGatewayRouteTablesResponse> {
  private static final Filters<software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable>
      FILTERS =
          ShapeFilters.of(
              x -> new TransitGatewayRouteTableId(x.transitGatewayRouteTableId()),
              "default-association-route-table",
              "default-propagation-route-table",
              "state",
              "transit-gateway-id",
              "transit-gateway-route-table-id");

  @Override
  public Class<DescribeTransitGatewayRouteTablesRequest> request() {
    return DescribeTransitGatewayRouteTablesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeTransitGatewayRouteTablesResponse> decide(
      Network network, Caller caller, DescribeTransitGatewayRouteTablesRequest request, Draw draw) {
    if (request.maxResults() != null && !request.transitGatewayRouteTableIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter transitGatewayRouteTableIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    var page =
        Page.of(
            Lookups.TRANSIT_TABLE
                .list(network.transitTables(), caller, request.transitGatewayRouteTableIds())
                .stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(x -> Transit.shape(network, x))
                .filter(condition)
                .toList(),
            x -> x.transitGatewayRouteTableId(),
            request.maxResults(),
            5,
            request.nextToken());
    return Decision.answer(
        DescribeTransitGatewayRouteTablesResponse.builder()
            .transitGatewayRouteTables(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
