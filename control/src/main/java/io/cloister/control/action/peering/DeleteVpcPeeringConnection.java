package io.cloister.control.action.peering;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Peerings;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.PeeringConnection.Status;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcPeeringConnectionResponse;

/**
 * Ends a peering: an active one by either side, one that waits by its requester. Routes over it
 * stay and are blackholes.
 */
final class DeleteVpcPeeringConnection
    implements Action<DeleteVpcPeeringConnectionRequest, DeleteVpcPeeringConnectionResponse> {
  @Override
  public Class<DeleteVpcPeeringConnectionRequest> request() {
    return DeleteVpcPeeringConnectionRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcPeeringConnectionId");
  }

  @Override
  public Decision<DeleteVpcPeeringConnectionResponse> decide(
      Network network, Caller caller, DeleteVpcPeeringConnectionRequest request, Draw draw) {
    PeeringConnection peering =
        Peerings.get(network, caller, request.vpcPeeringConnectionId(), draw.now());
    switch (peering.status()) {
      case INITIATING_REQUEST, PENDING_ACCEPTANCE -> {
        if (!caller.scope().equals(peering.requester().scope())) {
          throw new AwsException(
              "OperationNotPermitted",
              "User %s cannot delete peering %s, which waits for acceptance: reject it"
                  .formatted(caller.account(), peering.id()));
        }
      }
      case PROVISIONING, ACTIVE -> {}
      case DELETED, REJECTED, FAILED, EXPIRED -> throw Sides.transition(peering, "deleting");
    }
    return Decision.of(
        DeleteVpcPeeringConnectionResponse.builder().returnValue(true).build(),
        new Change.Put(
            peering.withStatus(Status.DELETED, "Deleted by " + caller.account(), draw.now())));
  }
}
