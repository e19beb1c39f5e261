package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayAttachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayVpcAttachmentResponse;

/**
 * Detaches a VPC. Routes to it stay and are blackholes, in the gateway's tables and in the VPC's.
 */
final class DeleteTransitGatewayVpcAttachment
    implements Action<
        DeleteTransitGatewayVpcAttachmentRequest, DeleteTransitGatewayVpcAttachmentResponse> {

  @Override
  public Class<DeleteTransitGatewayVpcAttachmentRequest> request() {
    return DeleteTransitGatewayVpcAttachmentRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayAttachmentId");
  }

  @Override
  public Decision<DeleteTransitGatewayVpcAttachmentResponse> decide(
      Network network, Caller caller, DeleteTransitGatewayVpcAttachmentRequest request, Draw draw) {
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    List<Change> changes = new ArrayList<>();
    attachment.legs().forEach(l -> changes.add(new Change.Remove(l.eni())));
    Transit.tables(network, attachment.gateway())
        .filter(t -> t.propagations().contains(attachment.id()))
        .forEach(t ->
            changes.add(
                new Change.Put(
                    t.withPropagations(
                        t.propagations().stream()
                            .filter(a -> !a.equals(attachment.id()))
                            .toList()))));
    changes.add(new Change.Remove(attachment.id()));
    return new Decision<>(
        changes,
        DeleteTransitGatewayVpcAttachmentResponse.builder()
            .transitGatewayVpcAttachment(
                Transit.shape(network, attachment).toBuilder().state("deleting").build())
            .build());
  }
}
