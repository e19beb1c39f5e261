package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;

/** Gives a role tags. */
final class TagRole implements Action<TagRoleRequest, TagRoleResponse> {
  @Override
  public Class<TagRoleRequest> request() {
    return TagRoleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RoleName", "Tags");
  }

  @Override
  public Decision<TagRoleResponse> decide(
      Network network, Caller caller, TagRoleRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    SortedMap<String, String> tags = new TreeMap<>(network.tags(role.id()));
    tags.putAll(IamTags.given(request.tags()));
    Entities.checkQuota("TagsPerRole", tags.size(), Tagging.MOST);
    return Decision.of(TagRoleResponse.builder().build(), new Change.Tag(role.id(), tags));
  }
}
