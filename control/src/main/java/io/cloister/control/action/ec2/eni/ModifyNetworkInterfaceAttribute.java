package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachmentChanges;

/** Changes one attribute of an interface: its text, groups, check, or what becomes of it. */
final class ModifyNetworkInterfaceAttribute
    implements Action<
        ModifyNetworkInterfaceAttributeRequest, ModifyNetworkInterfaceAttributeResponse> {
  @Override
  public Class<ModifyNetworkInterfaceAttributeRequest> request() {
    return ModifyNetworkInterfaceAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "NetworkInterfaceId",
        "Description",
        "SourceDestCheck",
        "Groups",
        "Attachment.AttachmentId",
        "Attachment.DeleteOnTermination");
  }

  @Override
  public Decision<ModifyNetworkInterfaceAttributeResponse> decide(
      Network network, Caller caller, ModifyNetworkInterfaceAttributeRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Attachments.refuseManaged(eni);
    List<String> given = new ArrayList<>();
    NetworkInterface changed = eni;
    if (request.description() != null) {
      given.add("description");
      changed =
          changed.withDescription(Objects.requireNonNullElse(request.description().value(), ""));
    }
    if (request.sourceDestCheck() != null) {
      given.add("sourceDestCheck");
      changed =
          changed.withSourceDestCheck(!Boolean.FALSE.equals(request.sourceDestCheck().value()));
    }
    if (!request.groups().isEmpty()) {
      given.add("groupSet");
      changed =
          changed.withGroups(
              Groups.forInterface(
                  network, caller, eni.vpc(), eni.subnet().value(), request.groups(), List.of()));
    }
    if (request.attachment() != null) {
      given.add("attachment");
      changed = changed.withAttachment(Optional.of(attachment(eni, request.attachment())));
    }
    if (given.size() > 1) {
      throw new AwsException(
          "InvalidParameterCombination",
          "Fields for multiple attribute types specified: " + String.join(", ", given));
    }
    if (given.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain an attribute to be modified");
    }
    return new Decision<>(
        changed.equals(eni) ? List.of() : List.of(new Change.Put(changed)),
        ModifyNetworkInterfaceAttributeResponse.builder().build());
  }

  private static NetworkInterface.Attachment attachment(
      NetworkInterface eni, NetworkInterfaceAttachmentChanges wanted) {
    String id = wanted.attachmentId();
    if (id == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter attachment.attachmentId");
    }
    NetworkInterface.Attachment attachment =
        eni.attachment()
            .filter(a -> a.id().equals(Attachments.id(id)))
            .orElseThrow(() -> Attachments.notFound(id));
    return wanted.deleteOnTermination() == null
        ? attachment
        : attachment.withDeleteOnTermination(wanted.deleteOnTermination());
  }
}
