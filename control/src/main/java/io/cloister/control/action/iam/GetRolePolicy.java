package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;

/** Answers a role's own policy. */
final class GetRolePolicy implements Action<GetRolePolicyRequest, GetRolePolicyResponse> {
  @Override
  public Class<GetRolePolicyRequest> request() {
    return GetRolePolicyRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "PolicyName");
  }

  @Override
  public Decision<GetRolePolicyResponse> decide(
      Network network, Caller caller, GetRolePolicyRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    return Decision.answer(
        GetRolePolicyResponse.builder()
            .roleName(role.name())
            .policyName(request.policyName())
            .policyDocument(IamShapes.encoded(RolePolicies.inline(role, request.policyName())))
            .build());
  }
}
