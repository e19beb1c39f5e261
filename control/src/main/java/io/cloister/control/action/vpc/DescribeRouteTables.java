package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Describing;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;

/** Describes route tables, with the state of each route. */
public record DescribeRouteTables()
    implements Action<DescribeRouteTablesRequest, DescribeRouteTablesResponse> {
  @Override
  public Class<DescribeRouteTablesRequest> request() {
    return DescribeRouteTablesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RouteTableIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeRouteTablesResponse> decide(
      Network network, Caller caller, DescribeRouteTablesRequest request, Draw draw) {
    Page<RouteTable> page =
        new Describing(
                "routeTableIds",
                request.routeTableIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken())
            .page(
                network,
                caller,
                Lookups.ROUTE_TABLE,
                network.routeTables(),
                RouteTableFilters.of(network));
    return Decision.answer(
        DescribeRouteTablesResponse.builder()
            .routeTables(page.items().stream().map(t -> RouteTableAnswer.of(network, t)).toList())
            .nextToken(page.nextToken())
            .build());
  }
}
