package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableResponse;

/** Deletes a route table that is used by nothing. */
public record DeleteRouteTable()
    implements Action<DeleteRouteTableRequest, DeleteRouteTableResponse> {
  @Override
  public Class<DeleteRouteTableRequest> request() {
    return DeleteRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RouteTableId");
  }

  @Override
  public Decision<DeleteRouteTableResponse> decide(
      Network network, Caller caller, DeleteRouteTableRequest request, Draw draw) {
    RouteTable table =
        Lookups.ROUTE_TABLE.get(network.routeTables(), caller, request.routeTableId());
    new Dependencies()
        .addIds(table.associations().stream().map(RouteTableAssociation::id).toList())
        .refuse("routeTable", table.id());
    List<Change> changes = new ArrayList<>();
    EndpointRoutes.endpoints(network, table)
        .forEach(e ->
            changes.add(
                new Change.Put(
                    e.withRouteTables(
                        e.routeTables().stream().filter(t -> !t.equals(table.id())).toList()))));
    changes.add(new Change.Remove(table.id()));
    return new Decision<>(changes, DeleteRouteTableResponse.builder().build());
  }
}
