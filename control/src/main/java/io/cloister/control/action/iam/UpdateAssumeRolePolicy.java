package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;

/** Changes who may take a role. */
final class UpdateAssumeRolePolicy
    implements Action<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse> {
  @Override
  public Class<UpdateAssumeRolePolicyRequest> request() {
    return UpdateAssumeRolePolicyRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "PolicyDocument");
  }

  @Override
  public Decision<UpdateAssumeRolePolicyResponse> decide(
      Network network, Caller caller, UpdateAssumeRolePolicyRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    return Decision.of(
        UpdateAssumeRolePolicyResponse.builder().build(),
        new Change.Put(role.withTrust(RolePolicies.trust(request.policyDocument()))));
  }
}
