package io.cloister.control.action.peering;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Peerings;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.PeeringConnection.Status;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AcceptVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcPeeringConnectionResponse;

/**
 * Accepts a peering, in the accepter's account and Region. It is active when this has answered. A
 * VPC may have got a block since the request that makes the peering impossible: then it fails.
 */
final class AcceptVpcPeeringConnection
    implements Action<AcceptVpcPeeringConnectionRequest, AcceptVpcPeeringConnectionResponse> {
  @Override
  public Class<AcceptVpcPeeringConnectionRequest> request() {
    return AcceptVpcPeeringConnectionRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcPeeringConnectionId");
  }

  @Override
  public Set<Feature> needs(AcceptVpcPeeringConnectionRequest request) {
    return Set.of(Feature.PEERING);
  }

  @Override
  public Decision<AcceptVpcPeeringConnectionResponse> decide(
      Network network, Caller caller, AcceptVpcPeeringConnectionRequest request, Draw draw) {
    PeeringConnection peering =
        Peerings.get(network, caller, request.vpcPeeringConnectionId(), draw.now());
    Sides.checkAccepter(caller, peering, "accept");
    if (peering.status() != Status.PENDING_ACCEPTANCE) {
      throw Sides.transition(peering, "provisioning");
    }
    Quotas.of(network, caller)
        .check(
            Quota.ACTIVE_PEERINGS_PER_VPC,
            1
                + Peerings.live(network, peering.accepter().vpc(), draw.now())
                    .filter(PeeringConnection::active)
                    .count());
    boolean possible = Sides.possible(network, peering.requester(), peering.accepter());
    PeeringConnection kept =
        possible
            ? peering.withStatus(Status.ACTIVE, "Active", draw.now())
            : peering.withStatus(Status.FAILED, Sides.IMPOSSIBLE, draw.now());
    PeeringConnection said =
        possible ? peering.withStatus(Status.PROVISIONING, "Provisioning", draw.now()) : kept;
    return Decision.of(
        AcceptVpcPeeringConnectionResponse.builder()
            .vpcPeeringConnection(PeeringShapes.of(network, said, caller.scope()))
            .build(),
        new Change.Put(kept));
  }
}
