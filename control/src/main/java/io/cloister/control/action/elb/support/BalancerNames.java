package io.cloister.control.action.elb.support;

import io.cloister.control.action.AwsException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What load balancers and target groups may be called. */
public final class BalancerNames {
  private static final int MOST = 32;
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9-]+");

  private BalancerNames() {}

  /**
   * A name that may be given.
   *
   * @param what {@code load balancer} or {@code target group}
   * @throws AwsException {@code ValidationError}
   */
  public static String checked(String what, @Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw new AwsException("ValidationError", "The %s name must be given".formatted(what));
    }
    if (name.length() > MOST) {
      throw invalid(what, name, "cannot be longer than '%d' characters".formatted(MOST));
    }
    if (!CHARACTERS.matcher(name).matches()) {
      throw invalid(
          what,
          name,
          "can only contain characters that are alphanumeric characters and hyphens(-)");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      throw invalid(what, name, "cannot begin or end with a hyphen(-)");
    }
    if (what.equals("load balancer") && name.startsWith("internal-")) {
      throw invalid(what, name, "cannot begin with 'internal-'");
    }
    return name;
  }

  private static AwsException invalid(String what, String name, String why) {
    return new AwsException("ValidationError", "The %s name '%s' %s".formatted(what, name, why));
  }
}
