package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteTableResponse;

/** Makes a further route table of a transit gateway. */
final class CreateTransitGatewayRouteTable
    implements Action<
        CreateTransitGatewayRouteTableRequest, CreateTransitGatewayRouteTableResponse> {

  @Override
  public Class<CreateTransitGatewayRouteTableRequest> request() {
    return CreateTransitGatewayRouteTableRequest.class;
  }

  @Override
  public Set<Feature> needs(CreateTransitGatewayRouteTableRequest request) {
    return Set.of(Feature.TRANSIT_GATEWAYS);
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayId", "TagSpecifications");
  }

  @Override
  public Decision<CreateTransitGatewayRouteTableResponse> decide(
      Network network, Caller caller, CreateTransitGatewayRouteTableRequest request, Draw draw) {
    SortedMap<String, String> tags =
        Tagging.given(request.tagSpecifications(), "transit-gateway-route-table");
    TransitGateway gateway = Transit.gateway(network, caller, request.transitGatewayId());
    Quotas.of(network, caller)
        .check(
            Quota.ROUTE_TABLES_PER_TRANSIT_GATEWAY,
            1 + Transit.tables(network, gateway.id()).count());
    TransitGatewayRouteTable made =
        new TransitGatewayRouteTable(
            new TransitGatewayRouteTableId(draw.id(TransitGatewayRouteTableId.PREFIX)),
            caller.scope(),
            gateway.id(),
            List.of(),
            List.of(),
            draw.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(made));
    changes.addAll(Tagging.changes(made.id(), tags));
    return new Decision<>(
        changes,
        CreateTransitGatewayRouteTableResponse.builder()
            .transitGatewayRouteTable(
                Transit.shape(network.apply(changes), made).toBuilder().state("pending").build())
            .build());
  }
}
