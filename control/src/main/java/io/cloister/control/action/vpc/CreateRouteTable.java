package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;

/** Makes a route table with a local route for each block of its VPC. */
public record CreateRouteTable()
    implements Action<CreateRouteTableRequest, CreateRouteTableResponse> {
  @Override
  public Class<CreateRouteTableRequest> request() {
    return CreateRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcId", "TagSpecifications");
  }

  @Override
  public Decision<CreateRouteTableResponse> decide(
      Network network, Caller caller, CreateRouteTableRequest request, Draw draw) {
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "route-table");
    Quotas.of(network, caller)
        .check(Quota.ROUTE_TABLES_PER_VPC, 1 + network.index().routeTables(vpc.id()).count());
    RouteTable table =
        new RouteTable(
            new RouteTableId(draw.id(RouteTableId.PREFIX)),
            caller.scope(),
            vpc.id(),
            vpc.cidrs().map(NewVpc::local).toList(),
            List.of());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(table));
    changes.addAll(Tagging.changes(table.id(), tags));
    return new Decision<>(
        changes,
        CreateRouteTableResponse.builder()
            .routeTable(RouteTableAnswer.of(network.apply(changes), table))
            .clientToken(request.clientToken())
            .build());
  }
}
