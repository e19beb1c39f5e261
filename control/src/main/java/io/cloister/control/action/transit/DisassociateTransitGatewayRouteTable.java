package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DisassociateTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateTransitGatewayRouteTableResponse;

/** Takes the table from an attached VPC: what it sends is dropped. */
final class DisassociateTransitGatewayRouteTable
    implements Action<
        DisassociateTransitGatewayRouteTableRequest, DisassociateTransitGatewayRouteTableResponse> {

  @Override
  public Class<DisassociateTransitGatewayRouteTableRequest> request() {
    return DisassociateTransitGatewayRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "TransitGatewayAttachmentId");
  }

  @Override
  public Decision<DisassociateTransitGatewayRouteTableResponse> decide(
      Network network,
      Caller caller,
      DisassociateTransitGatewayRouteTableRequest request,
      Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    Transit.checkSame(attachment, table);

    if (attachment.association().filter(table.id()::equals).isEmpty()) {
      throw new AwsException(
          "InvalidAssociation.NotFound",
          "%s is not associated with %s".formatted(attachment.id(), table.id()));
    }
    return Decision.of(
        DisassociateTransitGatewayRouteTableResponse.builder()
            .association(a ->
                a.transitGatewayRouteTableId(table.id().value())
                    .transitGatewayAttachmentId(attachment.id().value())
                    .resourceId(attachment.vpc().value())
                    .resourceType("vpc")
                    .state("disassociating"))
            .build(),
        new Change.Put(attachment.withAssociation(Optional.empty())));
  }
}
