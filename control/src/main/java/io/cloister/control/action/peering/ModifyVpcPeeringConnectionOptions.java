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
import io.cloister.model.vpc.PeeringConnection.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ModifyVpcPeeringConnectionOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcPeeringConnectionOptionsResponse;
import software.amazon.awssdk.services.ec2.model.PeeringConnectionOptions;
import software.amazon.awssdk.services.ec2.model.PeeringConnectionOptionsRequest;

/**
 * Chooses, for one's own side of an active peering, whether public names are answered with private
 * addresses across it. ClassicLink is gone from AWS, so its options are refused by name.
 */
final class ModifyVpcPeeringConnectionOptions
    implements Action<
        ModifyVpcPeeringConnectionOptionsRequest, ModifyVpcPeeringConnectionOptionsResponse> {
  @Override
  public Class<ModifyVpcPeeringConnectionOptionsRequest> request() {
    return ModifyVpcPeeringConnectionOptionsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "VpcPeeringConnectionId",
        "RequesterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc",
        "AccepterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc");
  }

  @Override
  public Decision<ModifyVpcPeeringConnectionOptionsResponse> decide(
      Network network, Caller caller, ModifyVpcPeeringConnectionOptionsRequest request, Draw draw) {
    PeeringConnection peering =
        Peerings.get(network, caller, request.vpcPeeringConnectionId(), draw.now());
    if (!peering.active()) {
      throw new AwsException(
          "OperationNotPermitted",
          "Peering %s is not active. Peering options can be added only to active peerings."
              .formatted(peering.id()));
    }
    PeeringConnectionOptionsRequest asking = request.requesterPeeringConnectionOptions();
    PeeringConnectionOptionsRequest accepting = request.accepterPeeringConnectionOptions();
    if (asking == null && accepting == null) {
      throw new AwsException(
          "MissingParameter",
          "The request must contain the parameter requesterPeeringConnectionOptions or accepterPeeringConnectionOptions");
    }
    PeeringConnection changed =
        peering.withSides(
            changed(caller, peering, peering.requester(), asking, "requester"),
            changed(caller, peering, peering.accepter(), accepting, "accepter"));
    var answer = ModifyVpcPeeringConnectionOptionsResponse.builder();
    if (asking != null) {
      answer.requesterPeeringConnectionOptions(options(changed.requester()));
    }
    if (accepting != null) {
      answer.accepterPeeringConnectionOptions(options(changed.accepter()));
    }
    return Decision.of(answer.build(), new Change.Put(changed));
  }

  private static Side changed(
      Caller caller,
      PeeringConnection peering,
      Side side,
      @Nullable PeeringConnectionOptionsRequest options,
      String who) {
    if (options == null) {
      return side;
    }
    if (!side.scope().equals(caller.scope())) {
      throw new AwsException(
          "OperationNotPermitted",
          "User %s in %s cannot modify the %s's options of peering %s: account %s can, in %s"
              .formatted(
                  caller.account(),
                  caller.region(),
                  who,
                  peering.id(),
                  side.scope().account(),
                  side.scope().region()));
    }
    Boolean dns = options.allowDnsResolutionFromRemoteVpc();
    return new Side(side.scope(), side.vpc(), dns == null ? side.remoteDns() : dns);
  }

  private static PeeringConnectionOptions options(Side side) {
    return PeeringConnectionOptions.builder()
        .allowDnsResolutionFromRemoteVpc(side.remoteDns())
        .allowEgressFromLocalClassicLinkToRemoteVpc(false)
        .allowEgressFromLocalVpcToRemoteClassicLink(false)
        .build();
  }
}
