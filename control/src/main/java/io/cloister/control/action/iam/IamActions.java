package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class IamActions {
  private IamActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateRole(),
        new GetRole(),
        new ListRoles(),
        new UpdateRole(),
        new UpdateAssumeRolePolicy(),
        new DeleteRole(),
        new PutRolePolicy(),
        new GetRolePolicy(),
        new DeleteRolePolicy(),
        new ListRolePolicies(),
        new AttachRolePolicy(),
        new DetachRolePolicy(),
        new ListAttachedRolePolicies(),
        new TagRole(),
        new UntagRole(),
        new ListRoleTags(),
        new CreateInstanceProfile(),
        new GetInstanceProfile(),
        new ListInstanceProfiles(),
        new ListInstanceProfilesForRole(),
        new AddRoleToInstanceProfile(),
        new RemoveRoleFromInstanceProfile(),
        new DeleteInstanceProfile());
  }
}
