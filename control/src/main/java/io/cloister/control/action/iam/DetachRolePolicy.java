package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;

/** Detaches a managed policy from a role. */
final class DetachRolePolicy implements Action<DetachRolePolicyRequest, DetachRolePolicyResponse> {
  @Override
  public Class<DetachRolePolicyRequest> request() {
    return DetachRolePolicyRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "PolicyArn");
  }

  @Override
  public Decision<DetachRolePolicyResponse> decide(
      Network network, Caller caller, DetachRolePolicyRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    if (!role.attached().contains(request.policyArn())) {
      throw Entities.missing("Policy %s was not found.".formatted(request.policyArn()));
    }
    List<String> attached = new ArrayList<>(role.attached());
    attached.remove(request.policyArn());
    return Decision.of(
        DetachRolePolicyResponse.builder().build(),
        new Change.Put(role.withPolicies(role.inline(), attached)));
  }
}
