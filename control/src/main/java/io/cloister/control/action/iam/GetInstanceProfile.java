package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;

/** Answers an instance profile by its name. */
final class GetInstanceProfile
    implements Action<GetInstanceProfileRequest, GetInstanceProfileResponse> {
  @Override
  public Class<GetInstanceProfileRequest> request() {
    return GetInstanceProfileRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceProfileName");
  }

  @Override
  public Decision<GetInstanceProfileResponse> decide(
      Network network, Caller caller, GetInstanceProfileRequest request, Draw draw) {
    InstanceProfile profile = Entities.profile(network, caller, request.instanceProfileName());
    return Decision.answer(
        GetInstanceProfileResponse.builder()
            .instanceProfile(IamShapes.profile(network, profile))
            .build());
  }
}
