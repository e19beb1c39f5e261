package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ProfileAssociation;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

/** Takes the profile from an instance. */
final class DisassociateIamInstanceProfile
    implements Action<
        DisassociateIamInstanceProfileRequest, DisassociateIamInstanceProfileResponse> {
  @Override
  public Class<DisassociateIamInstanceProfileRequest> request() {
    return DisassociateIamInstanceProfileRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId");
  }

  @Override
  public Decision<DisassociateIamInstanceProfileResponse> decide(
      Network network, Caller caller, DisassociateIamInstanceProfileRequest request, Draw draw) {
    ProfileAssociation association = Profiles.association(network, caller, request.associationId());
    return Decision.of(
        DisassociateIamInstanceProfileResponse.builder()
            .iamInstanceProfileAssociation(
                Profiles.shape(
                    network, association, IamInstanceProfileAssociationState.DISASSOCIATING))
            .build(),
        new Change.Remove(association.id()));
  }
}
