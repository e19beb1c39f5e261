package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;

/** Takes a role's own policy from it. */
final class DeleteRolePolicy implements Action<DeleteRolePolicyRequest, DeleteRolePolicyResponse> {
  @Override
  public Class<DeleteRolePolicyRequest> request() {
    return DeleteRolePolicyRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "PolicyName");
  }

  @Override
  public Decision<DeleteRolePolicyResponse> decide(
      Network network, Caller caller, DeleteRolePolicyRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    RolePolicies.inline(role, request.policyName());
    Map<String, String> inline = new HashMap<>(role.inline());
    inline.remove(request.policyName());
    return Decision.of(
        DeleteRolePolicyResponse.builder().build(),
        new Change.Put(role.withPolicies(inline, role.attached())));
  }
}
