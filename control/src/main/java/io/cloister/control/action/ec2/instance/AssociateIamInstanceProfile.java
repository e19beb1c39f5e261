package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.ProfileAssociation;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

/** Gives an instance, running or stopped, its profile: it can have one. */
final class AssociateIamInstanceProfile
    implements Action<AssociateIamInstanceProfileRequest, AssociateIamInstanceProfileResponse> {
  @Override
  public Class<AssociateIamInstanceProfileRequest> request() {
    return AssociateIamInstanceProfileRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("IamInstanceProfile", "InstanceId");
  }

  @Override
  public Decision<AssociateIamInstanceProfileResponse> decide(
      Network network, Caller caller, AssociateIamInstanceProfileRequest request, Draw draw) {
    Instance instance = Lookups.INSTANCE.get(network.instances(), caller, request.instanceId());
    InstanceProfile profile = Profiles.get(network, caller, request.iamInstanceProfile());
    switch (instance.state()) {
      case PENDING, RUNNING, STOPPING, STOPPED -> {}
      case SHUTTING_DOWN, TERMINATED ->
          throw new AwsException(
              "IncorrectState",
              "The instance %s is %s: it can't get a profile any more"
                  .formatted(instance.id(), instance.state().text()));
    }
    Profiles.of(network, instance.id())
        .ifPresent(a -> {
          throw new AwsException(
              "IncorrectState",
              "There is an existing association for instance %s: replace or disassociate %s"
                  .formatted(instance.id(), a.id()));
        });
    ProfileAssociation made = Profiles.associated(instance, profile, draw);
    return Decision.of(
        AssociateIamInstanceProfileResponse.builder()
            .iamInstanceProfileAssociation(
                Profiles.shape(network, made, IamInstanceProfileAssociationState.ASSOCIATING))
            .build(),
        new Change.Put(made));
  }
}
