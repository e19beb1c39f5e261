package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.Role;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;

/** Gives an instance profile its role: it can have one. */
final class AddRoleToInstanceProfile
    implements Action<AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse> {
  @Override
  public Class<AddRoleToInstanceProfileRequest> request() {
    return AddRoleToInstanceProfileRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceProfileName", "RoleName");
  }

  @Override
  public Decision<AddRoleToInstanceProfileResponse> decide(
      Network network, Caller caller, AddRoleToInstanceProfileRequest request, Draw draw) {
    InstanceProfile profile = Entities.profile(network, caller, request.instanceProfileName());
    Role role = Entities.role(network, caller, request.roleName());
    Entities.checkQuota("InstanceSessionsPerInstanceProfile", profile.role().isEmpty() ? 1 : 2, 1);
    return Decision.of(
        AddRoleToInstanceProfileResponse.builder().build(),
        new Change.Put(profile.withRole(Optional.of(role.id()))));
  }
}
