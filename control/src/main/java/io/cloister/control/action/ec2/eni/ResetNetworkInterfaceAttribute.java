package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ResetNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetNetworkInterfaceAttributeResponse;

/** Sets the check of source and destination back to on: nothing else can be reset. */
final class ResetNetworkInterfaceAttribute
    implements Action<
        ResetNetworkInterfaceAttributeRequest, ResetNetworkInterfaceAttributeResponse> {
  @Override
  public Class<ResetNetworkInterfaceAttributeRequest> request() {
    return ResetNetworkInterfaceAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId", "SourceDestCheck");
  }

  @Override
  public Decision<ResetNetworkInterfaceAttributeResponse> decide(
      Network network, Caller caller, ResetNetworkInterfaceAttributeRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Attachments.refuseManaged(eni);
    if (request.sourceDestCheck() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter sourceDestCheck");
    }
    return Decision.of(
        ResetNetworkInterfaceAttributeResponse.builder().build(),
        new Change.Put(eni.withSourceDestCheck(true)));
  }
}
