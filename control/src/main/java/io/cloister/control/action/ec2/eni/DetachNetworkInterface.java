package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceResponse;

/** Detaches any interface of an instance but its primary one. */
final class DetachNetworkInterface
    implements Action<DetachNetworkInterfaceRequest, DetachNetworkInterfaceResponse> {
  @Override
  public Class<DetachNetworkInterfaceRequest> request() {
    return DetachNetworkInterfaceRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AttachmentId", "Force");
  }

  @Override
  public Decision<DetachNetworkInterfaceResponse> decide(
      Network network, Caller caller, DetachNetworkInterfaceRequest request, Draw draw) {
    NetworkInterface eni = Attachments.find(network, caller, request.attachmentId());
    if (eni.requester().isPresent()) {
      throw new AwsException(
          "OperationNotPermitted",
          "You are not allowed to manage '%s' attachments.".formatted(eni.requester().orElse("")));
    }
    eni.attachment()
        .ifPresent(a -> {
          if (a.device() == 0) {
            throw new AwsException(
                "OperationNotPermitted",
                "The network interface at device index 0 and networkCard index 0 cannot be detached.");
          }
          Attachments.steady(network.instances().require(a.instance()));
        });
    return Decision.of(
        DetachNetworkInterfaceResponse.builder().build(),
        new Change.Put(eni.withAttachment(Optional.empty())));
  }
}
