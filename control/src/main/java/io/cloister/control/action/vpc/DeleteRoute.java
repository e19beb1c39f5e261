package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteResponse;

/** Removes a route from a table: any but the local ones. */
public record DeleteRoute() implements Action<DeleteRouteRequest, DeleteRouteResponse> {
  @Override
  public Class<DeleteRouteRequest> request() {
    return DeleteRouteRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RouteTableId", "DestinationCidrBlock", "DestinationIpv6CidrBlock");
  }

  @Override
  public Decision<DeleteRouteResponse> decide(
      Network network, Caller caller, DeleteRouteRequest request, Draw draw) {
    RouteTable table =
        Lookups.ROUTE_TABLE.get(network.routeTables(), caller, request.routeTableId());
    Prefix destination =
        RouteRequests.destination(
            request.destinationCidrBlock(), request.destinationIpv6CidrBlock());
    if (table.routes().stream().noneMatch(r -> r.destination().equals(destination))) {
      throw new AwsException(
          "InvalidRoute.NotFound",
          "no route with destination-cidr-block %s in route table %s"
              .formatted(destination, table.id()));
    }
    if (network.vpcs().require(table.vpc()).cidrs().anyMatch(destination::equals)) {
      throw new AwsException(
          "InvalidParameterValue",
          "cannot remove local route %s in route table %s".formatted(destination, table.id()));
    }
    return Decision.of(
        DeleteRouteResponse.builder().build(),
        new Change.Put(
            table.withRoutes(
                table.routes().stream()
                    .filter(r -> !r.destination().equals(destination))
                    .toList())));
  }
}
