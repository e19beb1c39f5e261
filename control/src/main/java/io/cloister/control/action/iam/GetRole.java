package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;

/** Answers a role by its name. */
final class GetRole implements Action<GetRoleRequest, GetRoleResponse> {
  @Override
  public Class<GetRoleRequest> request() {
    return GetRoleRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName");
  }

  @Override
  public Decision<GetRoleResponse> decide(
      Network network, Caller caller, GetRoleRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    return Decision.answer(
        GetRoleResponse.builder().role(IamShapes.role(network, role, true)).build());
  }
}
