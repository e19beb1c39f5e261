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
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/** Gives a role a policy of its own, or another in its place. */
final class PutRolePolicy implements Action<PutRolePolicyRequest, PutRolePolicyResponse> {
  @Override
  public Class<PutRolePolicyRequest> request() {
    return PutRolePolicyRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "PolicyName", "PolicyDocument");
  }

  @Override
  public Decision<PutRolePolicyResponse> decide(
      Network network, Caller caller, PutRolePolicyRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    Map<String, String> inline = new HashMap<>(role.inline());
    inline.put(request.policyName(), RolePolicies.inline(request.policyDocument()));
    return Decision.of(
        PutRolePolicyResponse.builder().build(),
        new Change.Put(role.withPolicies(inline, role.attached())));
  }
}
