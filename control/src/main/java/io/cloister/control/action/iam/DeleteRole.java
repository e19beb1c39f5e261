package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;

/** Deletes a role that has no policies and is in no profile. */
final class DeleteRole implements Action<DeleteRoleRequest, DeleteRoleResponse> {
  @Override
  public Class<DeleteRoleRequest> request() {
    return DeleteRoleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName");
  }

  @Override
  public Decision<DeleteRoleResponse> decide(
      Network network, Caller caller, DeleteRoleRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    if (Entities.profiles(network, caller)
        .anyMatch(p -> p.role().filter(role.id()::equals).isPresent())) {
      throw Entities.conflict(
          "Cannot delete entity, must remove roles from instance profile first.");
    }
    if (!role.attached().isEmpty()) {
      throw Entities.conflict("Cannot delete entity, must detach all policies first.");
    }
    if (!role.inline().isEmpty()) {
      throw Entities.conflict("Cannot delete entity, must delete policies first.");
    }
    return Decision.of(DeleteRoleResponse.builder().build(), new Change.Remove(role.id()));
  }
}
