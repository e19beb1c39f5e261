package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;

/** Deletes an interface that is attached to nothing; its Elastic IP addresses stay the owner's. */
final class DeleteNetworkInterface
    implements Action<DeleteNetworkInterfaceRequest, DeleteNetworkInterfaceResponse> {
  @Override
  public Class<DeleteNetworkInterfaceRequest> request() {
    return DeleteNetworkInterfaceRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId");
  }

  @Override
  public Decision<DeleteNetworkInterfaceResponse> decide(
      Network network, Caller caller, DeleteNetworkInterfaceRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    if (eni.attachment().isPresent() || eni.requester().isPresent()) {
      throw new AwsException(
          "InvalidParameterValue",
          "Network interface '%s' is currently in use.".formatted(eni.id()));
    }
    List<Change> changes = new ArrayList<>(Associations.freed(network, eni));
    changes.add(new Change.Remove(eni.id()));
    return new Decision<>(changes, DeleteNetworkInterfaceResponse.builder().build());
  }
}
