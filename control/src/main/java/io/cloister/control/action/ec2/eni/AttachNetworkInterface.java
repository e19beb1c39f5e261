package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.control.action.ec2.type.TypeFacts;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceResponse;

/**
 * Attaches an interface to a running or stopped instance of the same zone; it may be of another VPC
 * (EC2 user guide, "Network interface attachments").
 */
final class AttachNetworkInterface
    implements Action<AttachNetworkInterfaceRequest, AttachNetworkInterfaceResponse> {
  @Override
  public Class<AttachNetworkInterfaceRequest> request() {
    return AttachNetworkInterfaceRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId", "InstanceId", "DeviceIndex", "NetworkCardIndex");
  }

  @Override
  public Decision<AttachNetworkInterfaceResponse> decide(
      Network network, Caller caller, AttachNetworkInterfaceRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Instance instance = Lookups.INSTANCE.get(network.instances(), caller, request.instanceId());
    Integer device = request.deviceIndex();
    if (device == null || device < 0) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter deviceIndex is invalid. Expecting 1 or more".formatted(device));
    }
    if (request.networkCardIndex() != null && request.networkCardIndex() != 0) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%d) for parameter networkCardIndex is invalid. Instances have one network card, 0"
              .formatted(request.networkCardIndex()));
    }
    if (eni.attachment().isPresent() || eni.requester().isPresent()) {
      throw new AwsException(
          "InvalidNetworkInterface.InUse", "Interface: [%s] in use.".formatted(eni.id()));
    }
    Attachments.steady(instance);
    if (!eni.zone().equals(instance.zone())) {
      throw new AwsException(
          "InvalidParameterCombination",
          "You may not attach a network interface to an instance if they are not in the same availability zone: %s is in %s, %s in %s"
              .formatted(eni.id(), eni.zone(), instance.id(), instance.zone()));
    }
    checkRoom(network, instance, eni, device);
    AttachmentId id = new AttachmentId(draw.id(AttachmentId.PREFIX));
    return Decision.of(
        AttachNetworkInterfaceResponse.builder()
            .attachmentId(id.value())
            .networkCardIndex(0)
            .build(),
        new Change.Put(
            eni.withAttachment(
                Optional.of(
                    new NetworkInterface.Attachment(
                        id, instance.id(), device, false, draw.now())))));
  }

  private static void checkRoom(
      Network network, Instance instance, NetworkInterface eni, int device) {
    List<NetworkInterface.Attachment> attached =
        network
            .index()
            .interfaces(instance.id())
            .flatMap(id -> network.interfaces().require(id).attachment().stream())
            .toList();
    if (attached.stream().anyMatch(a -> a.device() == device)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Instance '%s' already has an interface attached at device index '%d'."
              .formatted(instance.id(), device));
    }
    TypeFacts type = InstanceTypes.get(instance.type());
    if (attached.size() >= type.interfaces()) {
      throw new AwsException(
          "AttachmentLimitExceeded",
          "Interface count %d exceeds the limit for %s: it is %d"
              .formatted(attached.size() + 1, type.name(), type.interfaces()));
    }
    type.checkAddresses(eni.ipv4().size(), eni.ipv6().size());
  }
}
