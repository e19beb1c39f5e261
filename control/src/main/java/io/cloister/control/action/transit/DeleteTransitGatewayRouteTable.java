package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteTableResponse;

/** Deletes a route table that is no default one and has no associations. */
final class DeleteTransitGatewayRouteTable
    implements Action<
        DeleteTransitGatewayRouteTableRequest, DeleteTransitGatewayRouteTableResponse> {

  @Override
  public Class<DeleteTransitGatewayRouteTableRequest> request() {
    return DeleteTransitGatewayRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId");
  }

  @Override
  public Decision<DeleteTransitGatewayRouteTableResponse> decide(
      Network network, Caller caller, DeleteTransitGatewayRouteTableRequest request, Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    TransitGateway gateway = network.transitGateways().require(table.gateway());
    if (gateway.associationDefault().filter(table.id()::equals).isPresent()
        || gateway.propagationDefault().filter(table.id()::equals).isPresent()) {
      throw new AwsException(
          "IncorrectState", "%s is a default table of %s".formatted(table.id(), gateway.id()));
    }
    Transit.attachments(network, gateway.id())
        .filter(a -> a.association().filter(table.id()::equals).isPresent())
        .findFirst()
        .ifPresent(a -> {
          throw new AwsException(
              "IncorrectState",
              "%s has associations: disassociate %s first".formatted(table.id(), a.id()));
        });
    return Decision.of(
        DeleteTransitGatewayRouteTableResponse.builder()
            .transitGatewayRouteTable(
                Transit.shape(network, table).toBuilder().state("deleting").build())
            .build(),
        new Change.Remove(table.id()));
  }
}
