package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a role. */
final class ListRoleTags implements Action<ListRoleTagsRequest, ListRoleTagsResponse> {
  @Override
  public Class<ListRoleTagsRequest> request() {
    return ListRoleTagsRequest.class;
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
  public Decision<ListRoleTagsResponse> decide(
      Network network, Caller caller, ListRoleTagsRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    Page<Tag> page =
        Entities.page(
            IamTags.of(network, role.id()), Tag::key, request.maxItems(), request.marker());
    return Decision.answer(
        ListRoleTagsResponse.builder()
            .tags(page.items())
            .isTruncated(page.next().isPresent())
            .marker(page.nextToken())
            .build());
  }
}
