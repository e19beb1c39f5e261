package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;

/** Lists the managed policies that are attached to a role. */
final class ListAttachedRolePolicies
    implements Action<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> {
  @Override
  public Class<ListAttachedRolePoliciesRequest> request() {
    return ListAttachedRolePoliciesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "Marker", "MaxItems");
  }

  @Override
  public Decision<ListAttachedRolePoliciesResponse> decide(
      Network network, Caller caller, ListAttachedRolePoliciesRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    Page<String> page =
        Entities.page(
            role.attached().stream().sorted().toList(),
            arn -> arn,
            request.maxItems(),
            request.marker());
    return Decision.answer(
        ListAttachedRolePoliciesResponse.builder()
            .attachedPolicies(
                page.items().stream()
                    .map(arn ->
                        AttachedPolicy.builder()
                            .policyArn(arn)
                            .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                            .build())
                    .toList())
            .isTruncated(page.next().isPresent())
            .marker(page.nextToken())
            .build());
  }
}
