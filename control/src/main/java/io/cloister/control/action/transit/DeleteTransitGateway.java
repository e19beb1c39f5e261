package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayResponse;

/** Deletes a transit gateway without attachments, with the table that came with it. */
final class DeleteTransitGateway
    implements Action<DeleteTransitGatewayRequest, DeleteTransitGatewayResponse> {

  @Override
  public Class<DeleteTransitGatewayRequest> request() {
    return DeleteTransitGatewayRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayId");
  }

  @Override
  public Decision<DeleteTransitGatewayResponse> decide(
      Network network, Caller caller, DeleteTransitGatewayRequest request, Draw draw) {
    TransitGateway gateway = Transit.gateway(network, caller, request.transitGatewayId());
    List<TransitGatewayAttachment> attached = Transit.attachments(network, gateway.id()).toList();
    if (!attached.isEmpty()) {
      throw new AwsException(
          "IncorrectState",
          "%s has non-deleted VPC Attachments: %s."
              .formatted(gateway.id(), attached.getFirst().id()));
    }
    List<Change> changes = new ArrayList<>();
    for (TransitGatewayRouteTable table : Transit.tables(network, gateway.id()).toList()) {
      if (gateway.associationDefault().filter(table.id()::equals).isEmpty()
          && gateway.propagationDefault().filter(table.id()::equals).isEmpty()) {
        throw new AwsException(
            "IncorrectState",
            "%s has non-deleted Transit Gateway Route Tables: %s."
                .formatted(gateway.id(), table.id()));
      }
      changes.add(new Change.Remove(table.id()));
    }
    changes.add(new Change.Remove(gateway.id()));
    return new Decision<>(
        changes,
        DeleteTransitGatewayResponse.builder()
            .transitGateway(
                Transit.shape(network, caller, gateway).toBuilder().state("deleting").build())
            .build());
  }
}
