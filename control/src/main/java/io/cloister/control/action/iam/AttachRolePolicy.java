package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;

/**
 * Attaches a managed policy of AWS's to a role. Which ones AWS has is not known here, so any name
 * of its form will do; managed policies of one's own are not built.
 */
final class AttachRolePolicy implements Action<AttachRolePolicyRequest, AttachRolePolicyResponse> {
  private static final int MOST = 10;

  @Override
  public Class<AttachRolePolicyRequest> request() {
    return AttachRolePolicyRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "PolicyArn");
  }

  @Override
  public Decision<AttachRolePolicyResponse> decide(
      Network network, Caller caller, AttachRolePolicyRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    String arn = request.policyArn();
    if (arn == null || !arn.matches("arn:[a-z-]+:iam::(aws|\\d{12}):policy/[\\w+=,.@/-]+")) {
      throw new AwsException("ValidationError", "ARN %s is not valid.".formatted(arn));
    }
    if (!arn.startsWith("arn:" + caller.partition() + ":iam::aws:")) {
      throw Entities.missing("Policy %s does not exist or is not attachable.".formatted(arn));
    }
    if (role.attached().contains(arn)) {
      return Decision.answer(AttachRolePolicyResponse.builder().build());
    }
    Entities.checkQuota("PoliciesPerRole", role.attached().size() + 1L, MOST);
    List<String> attached = new ArrayList<>(role.attached());
    attached.add(arn);
    return Decision.of(
        AttachRolePolicyResponse.builder().build(),
        new Change.Put(role.withPolicies(role.inline(), attached)));
  }
}
