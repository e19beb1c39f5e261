package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.Role;
import java.util.Comparator;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;

/** Lists the instance profiles that a role is in. */
final class ListInstanceProfilesForRole
    implements Action<ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse> {
  @Override
  public Class<ListInstanceProfilesForRoleRequest> request() {
    return ListInstanceProfilesForRoleRequest.class;
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
  public Decision<ListInstanceProfilesForRoleResponse> decide(
      Network network, Caller caller, ListInstanceProfilesForRoleRequest request, Draw draw) {
    Role role = Entities.role(network, caller, request.roleName());
    Page<InstanceProfile> page =
        Entities.page(
            Entities.profiles(network, caller)
                .filter(p -> p.role().filter(role.id()::equals).isPresent())
                .sorted(Comparator.comparing(InstanceProfile::name))
                .toList(),
            InstanceProfile::name,
            request.maxItems(),
            request.marker());
    return Decision.answer(
        ListInstanceProfilesForRoleResponse.builder()
            .instanceProfiles(IamShapes.profiles(network, page.items()))
            .isTruncated(page.next().isPresent())
            .marker(page.nextToken())
            .build());
  }
}
