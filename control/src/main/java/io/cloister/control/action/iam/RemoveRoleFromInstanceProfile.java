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
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;

/** Takes the role from an instance profile. */
final class RemoveRoleFromInstanceProfile
    implements Action<RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse> {
  @Override
  public Class<RemoveRoleFromInstanceProfileRequest> request() {
    return RemoveRoleFromInstanceProfileRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceProfileName", "RoleName");
  }

  @Override
  public Decision<RemoveRoleFromInstanceProfileResponse> decide(
      Network network, Caller caller, RemoveRoleFromInstanceProfileRequest request, Draw draw) {
    InstanceProfile profile = Entities.profile(network, caller, request.instanceProfileName());
    Role role = Entities.role(network, caller, request.roleName());
    if (profile.role().filter(role.id()::equals).isEmpty()) {
      throw Entities.missing(
          "Role %s is not in instance profile %s.".formatted(role.name(), profile.name()));
    }
    return Decision.of(
        RemoveRoleFromInstanceProfileResponse.builder().build(),
        new Change.Put(profile.withRole(Optional.empty())));
  }
}
