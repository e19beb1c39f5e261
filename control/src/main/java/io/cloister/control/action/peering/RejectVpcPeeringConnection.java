package io.cloister.control.action.peering;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Peerings;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.PeeringConnection.Status;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.RejectVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcPeeringConnectionResponse;

/** Refuses a peering that waits for acceptance, in the accepter's account and Region. */
final class RejectVpcPeeringConnection
    implements Action<RejectVpcPeeringConnectionRequest, RejectVpcPeeringConnectionResponse> {
  @Override
  public Class<RejectVpcPeeringConnectionRequest> request() {
    return RejectVpcPeeringConnectionRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcPeeringConnectionId");
  }

  @Override
  public Decision<RejectVpcPeeringConnectionResponse> decide(
      Network network, Caller caller, RejectVpcPeeringConnectionRequest request, Draw draw) {
    PeeringConnection peering =
        Peerings.get(network, caller, request.vpcPeeringConnectionId(), draw.now());
    Sides.checkAccepter(caller, peering, "reject");
    if (peering.status() != Status.PENDING_ACCEPTANCE) {
      throw Sides.transition(peering, "rejected");
    }
    return Decision.of(
        RejectVpcPeeringConnectionResponse.builder().returnValue(true).build(),
        new Change.Put(
            peering.withStatus(Status.REJECTED, "Rejected by " + caller.account(), draw.now())));
  }
}
