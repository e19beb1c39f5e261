package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/** Changes what a role is described as, and how long its sessions last. */
final class UpdateRole implements Action<UpdateRoleRequest, UpdateRoleResponse> {
  @Override
  public Class<UpdateRoleRequest> request() {
    return UpdateRoleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "Description", "MaxSessionDuration");
  }

  @Override
  public Decision<UpdateRoleResponse> decide(
      Network network, Caller caller, UpdateRoleRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    return Decision.of(
        UpdateRoleResponse.builder().build(),
        new Change.Put(
            role.with(
                Objects.requireNonNullElse(request.description(), role.description()),
                Objects.requireNonNullElse(request.maxSessionDuration(), role.maxSession()))));
  }
}
