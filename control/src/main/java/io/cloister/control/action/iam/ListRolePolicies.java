package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;

/** Lists the names of a role's own policies. */
final class ListRolePolicies implements Action<ListRolePoliciesRequest, ListRolePoliciesResponse> {
  @Override
  public Class<ListRolePoliciesRequest> request() {
    return ListRolePoliciesRequest.class;
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
  public Decision<ListRolePoliciesResponse> decide(
      Network network, Caller caller, ListRolePoliciesRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    Page<String> page =
        Entities.page(
            List.copyOf(role.inline().keySet()),
            name -> name,
            request.maxItems(),
            request.marker());
    return Decision.answer(
        ListRolePoliciesResponse.builder()
            .policyNames(page.items())
            .isTruncated(page.next().isPresent())
            .marker(page.nextToken())
            .build());
  }
}
