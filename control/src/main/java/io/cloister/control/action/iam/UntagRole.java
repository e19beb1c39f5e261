package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;

/** Takes tags from a role. */
final class UntagRole implements Action<UntagRoleRequest, UntagRoleResponse> {
  @Override
  public Class<UntagRoleRequest> request() {
    return UntagRoleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "TagKeys");
  }

  @Override
  public Decision<UntagRoleResponse> decide(
      Network network, Caller caller, UntagRoleRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    SortedMap<String, String> tags = new TreeMap<>(network.tags(role.id()));
    tags.keySet().removeAll(request.tagKeys());
    return Decision.of(UntagRoleResponse.builder().build(), new Change.Tag(role.id(), tags));
  }
}
