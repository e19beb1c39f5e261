package io.cloister.model.vpc;

import io.cloister.model.id.RoleId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A role of IAM. Its policies are kept and given back: nothing here is refused for want of one.
 *
 * @param scope its region is {@link HostedZone#REGION}: roles belong to none
 * @param path begins and ends with a slash
 * @param trust who may take the role, as JSON
 * @param inline policies of its own by their names, as JSON
 * @param attached the ARNs of policies that are attached
 * @param maxSession in seconds, 3600..43200
 */
public record Role(
    RoleId id,
    Scope scope,
    String name,
    String path,
    String description,
    String trust,
    Map<String, String> inline,
    List<String> attached,
    int maxSession,
    Instant created)
    implements Resource {

  /** Copies the policies. */
  public Role {
    inline = Collections.unmodifiableMap(new TreeMap<>(inline));
    attached = List.copyOf(attached);
  }

  /** Its ARN. */
  public String arn() {
    return "arn:" + scope.partition() + ":iam::" + scope.account() + ":role" + path + name;
  }

  /** With another description and session. */
  public Role with(String text, int session) {
    return new Role(id, scope, name, path, text, trust, inline, attached, session, created);
  }

  /** With others who may take it. */
  public Role withTrust(String other) {
    return new Role(
        id, scope, name, path, description, other, inline, attached, maxSession, created);
  }

  /** With other policies. */
  public Role withPolicies(Map<String, String> own, List<String> arns) {
    return new Role(id, scope, name, path, description, trust, own, arns, maxSession, created);
  }
}
