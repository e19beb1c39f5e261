package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;

/** Lists roles by name, in pages. */
final class ListRoles implements Action<ListRolesRequest, ListRolesResponse> {
  @Override
  public Class<ListRolesRequest> request() {
    return ListRolesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("PathPrefix", "Marker", "MaxItems");
  }

  @Override
  public Decision<ListRolesResponse> decide(
      Network network, Caller caller, ListRolesRequest request, Draw draw) {
    String prefix = Objects.requireNonNullElse(request.pathPrefix(), "/");
    Page<Role> page =
        Entities.page(
            Entities.roles(network, caller)
                .filter(r -> r.path().startsWith(prefix))
                .sorted(Comparator.comparing(Role::name))
                .toList(),
            Role::name,
            request.maxItems(),
            request.marker());
    return Decision.answer(
        ListRolesResponse.builder()
            .roles(page.items().stream().map(r -> IamShapes.role(network, r, false)).toList())
            .isTruncated(page.next().isPresent())
            .marker(page.nextToken())
            .build());
  }
}
