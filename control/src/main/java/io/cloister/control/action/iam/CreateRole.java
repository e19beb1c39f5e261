package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.RoleId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;

/** Makes a role that takes its name and path from the caller. */
final class CreateRole implements Action<CreateRoleRequest, CreateRoleResponse> {
  @Override
  public Class<CreateRoleRequest> request() {
    return CreateRoleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "RoleName",
        "Path",
        "AssumeRolePolicyDocument",
        "Description",
        "MaxSessionDuration",
        "Tags");
  }

  @Override
  public Decision<CreateRoleResponse> decide(
      Network network, Caller caller, CreateRoleRequest request, Draw draw) {
    SortedMap<String, String> tags = IamTags.given(request.tags());
    Entities.checkFree("Role", request.roleName(), Entities.roles(network, caller).map(Role::name));
    Entities.checkQuota(
        "RolesPerAccount", 1 + Entities.roles(network, caller).count(), Entities.MOST);
    Role role =
        new Role(
            new RoleId(Entities.id(RoleId.PREFIX, draw.id("role"))),
            Entities.scope(caller),
            request.roleName(),
            Objects.requireNonNullElse(request.path(), "/"),
            Objects.requireNonNullElse(request.description(), ""),
            RolePolicies.trust(request.assumeRolePolicyDocument()),
            Map.of(),
            List.of(),
            Objects.requireNonNullElse(request.maxSessionDuration(), 3600),
            draw.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(role));
    changes.addAll(Tagging.changes(role.id(), tags));
    return new Decision<>(
        changes,
        CreateRoleResponse.builder()
            .role(IamShapes.role(network.apply(changes), role, true))
            .build());
  }
}
