package io.cloister.control.action.iam;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.support.Policies;
import io.cloister.model.vpc.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Policies of roles, checked as IAM checks them. */
final class RolePolicies {
  private static final String CODE = "MalformedPolicyDocument";
  private static final int LONGEST_TRUST = 2048;
  private static final int LONGEST_INLINE = 10_240;

  private RolePolicies() {}

  /**
   * Who may take a role.
   *
   * @throws AwsException {@code MalformedPolicyDocument}
   */
  static String trust(@Nullable String document) {
    return checked(document, LONGEST_TRUST, true);
  }

  /** What a role may do. */
  static String inline(@Nullable String document) {
    return checked(document, LONGEST_INLINE, false);
  }

  private static String checked(@Nullable String document, int most, boolean onResource) {
    if (document == null) {
      throw new AwsException(CODE, "The request has no policy document");
    }
    Policies.check(CODE, document, most, onResource);
    return document;
  }

  /** The inline policy with a name. */
  static String inline(Role role, @Nullable String name) {
    return Optional.ofNullable(name)
        .map(role.inline()::get)
        .orElseThrow(() ->
            Entities.missing("The role policy with name %s cannot be found.".formatted(name)));
  }
}
