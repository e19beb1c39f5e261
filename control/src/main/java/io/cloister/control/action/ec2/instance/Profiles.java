package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.iam.Entities;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ProfileAssociationId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.ProfileAssociation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfile;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;

/** Instance profiles of instances. */
final class Profiles {
  private Profiles() {}

  /**
   * The profile that a request names by one of two members.
   *
   * @throws AwsException {@code InvalidParameterValue} for one that isn't there, {@code
   *     InvalidParameterCombination} for both members, {@code MissingParameter} for none
   */
  static InstanceProfile get(
      Network network, Caller caller, @Nullable IamInstanceProfileSpecification given) {
    String name = given == null ? null : given.name();
    String arn = given == null ? null : given.arn();
    if (name != null && arn != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter iamInstanceProfile.name may not be used in combination with iamInstanceProfile.arn");
    }
    if (name == null && arn == null) {
      throw new AwsException(
          "MissingParameter",
          "The request must contain the parameter iamInstanceProfile.name or iamInstanceProfile.arn");
    }
    return Entities.profiles(network, caller)
        .filter(p -> p.name().equals(name) || p.arn().equals(arn))
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameterValue",
                name != null
                    ? "Value (%s) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"
                        .formatted(name)
                    : "Value (%s) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN"
                        .formatted(arn)));
  }

  /** The association of an instance, if it has a profile. */
  static Optional<ProfileAssociation> of(Network network, InstanceId instance) {
    return network
        .index()
        .profiles(instance)
        .map(network.profileAssociations()::require)
        .findFirst();
  }

  /** A new association. */
  static ProfileAssociation associated(Instance instance, InstanceProfile profile, Draw draw) {
    return new ProfileAssociation(
        new ProfileAssociationId(draw.id(ProfileAssociationId.PREFIX)),
        instance.scope(),
        instance.id(),
        profile.id(),
        draw.now());
  }

  /**
   * The association with this id.
   *
   * @throws AwsException {@code NoSuchAssociation}
   */
  static ProfileAssociation association(Network network, Caller caller, @Nullable String text) {
    return network
        .profileAssociations()
        .where(a -> a.id().value().equals(text) && a.scope().equals(caller.scope()))
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "NoSuchAssociation",
                "An invalid association-id of '%s' was given".formatted(text)));
  }

  /** A profile as answers about instances name it. */
  static IamInstanceProfile shape(Network network, ProfileAssociation association) {
    InstanceProfile profile = network.instanceProfiles().require(association.profile());
    return IamInstanceProfile.builder().arn(profile.arn()).id(profile.id().value()).build();
  }

  /** An association as answers show it. */
  static IamInstanceProfileAssociation shape(
      Network network, ProfileAssociation association, IamInstanceProfileAssociationState state) {
    return IamInstanceProfileAssociation.builder()
        .associationId(association.id().value())
        .instanceId(association.instance().value())
        .iamInstanceProfile(shape(network, association))
        .state(state)
        .timestamp(association.since())
        .build();
  }
}
