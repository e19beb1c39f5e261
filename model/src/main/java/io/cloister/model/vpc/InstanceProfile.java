package io.cloister.model.vpc;

import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.id.RoleId;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance profile of IAM: the way of a role into instances.
 *
 * @param scope its region is {@link HostedZone#REGION}: profiles belong to none
 * @param path begins and ends with a slash
 * @param role at most one
 */
public record InstanceProfile(
    InstanceProfileId id,
    Scope scope,
    String name,
    String path,
    Optional<RoleId> role,
    Instant created)
    implements Resource {

  /** Its ARN. */
  public String arn() {
    return "arn:"
        + scope.partition()
        + ":iam::"
        + scope.account()
        + ":instance-profile"
        + path
        + name;
  }

  /** With another role, or none. */
  public InstanceProfile withRole(Optional<RoleId> other) {
    return new InstanceProfile(id, scope, name, path, other, created);
  }
}
