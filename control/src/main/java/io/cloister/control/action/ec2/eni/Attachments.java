package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;

/** Finds attachments by their ids and says who may change them. */
final class Attachments {
  private Attachments() {}

  /** The caller's interface with that attachment. */
  static NetworkInterface find(Network network, Caller caller, String text) {
    AttachmentId id = id(text);
    return network
        .interfaces()
        .where(e ->
            e.scope().equals(caller.scope())
                && e.attachment().filter(a -> a.id().equals(id)).isPresent())
        .findFirst()
        .orElseThrow(() -> notFound(text));
  }

  /** The id that a text is. */
  static AttachmentId id(String text) {
    if (!ResourceId.matches(AttachmentId.PREFIX, text)) {
      throw new AwsException(
          "InvalidAttachmentID.Malformed",
          "Invalid id: \"%s\" (expecting \"eni-attach-...\")".formatted(text));
    }
    return new AttachmentId(text);
  }

  /** The error for an attachment that isn't there. */
  static AwsException notFound(String text) {
    return new AwsException(
        "InvalidAttachmentID.NotFound", "The attachment ID '%s' does not exist".formatted(text));
  }

  /** Refuses to change what AWS made in the owner's name. */
  static void refuseManaged(NetworkInterface eni) {
    eni.requester()
        .ifPresent(who -> {
          throw new AwsException(
              "AuthFailure",
              "You do not have permission to access the specified resource: %s is managed by %s"
                  .formatted(eni.id(), who));
        });
  }

  /** Refuses instances that are neither running nor stopped. */
  static void steady(Instance instance) {
    if (instance.state() != Instance.State.RUNNING && instance.state() != Instance.State.STOPPED) {
      throw new AwsException(
          "IncorrectInstanceState",
          "The instance '%s' is %s: it must be 'running' or 'stopped'"
              .formatted(instance.id(), instance.state().text()));
    }
  }
}
