package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.ProfileAssociation;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationResponse;

/** Gives an instance another profile in the place of the one that it has. */
final class ReplaceIamInstanceProfileAssociation
    implements Action<
        ReplaceIamInstanceProfileAssociationRequest, ReplaceIamInstanceProfileAssociationResponse> {
  @Override
  public Class<ReplaceIamInstanceProfileAssociationRequest> request() {
    return ReplaceIamInstanceProfileAssociationRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId", "IamInstanceProfile");
  }

  @Override
  public Decision<ReplaceIamInstanceProfileAssociationResponse> decide(
      Network network,
      Caller caller,
      ReplaceIamInstanceProfileAssociationRequest request,
      Draw draw) {
    ProfileAssociation before = Profiles.association(network, caller, request.associationId());
    InstanceProfile profile = Profiles.get(network, caller, request.iamInstanceProfile());
    ProfileAssociation made =
        Profiles.associated(network.instances().require(before.instance()), profile, draw);
    return Decision.of(
        ReplaceIamInstanceProfileAssociationResponse.builder()
            .iamInstanceProfileAssociation(
                Profiles.shape(network, made, IamInstanceProfileAssociationState.ASSOCIATING))
            .build(),
        new Change.Remove(before.id()),
        new Change.Put(made));
  }
}
