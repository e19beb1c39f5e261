package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Scope;

/**
 * The quotas of one scope: AWS's defaults, and above them the settings {@code quota:NAME} of the
 * scope.
 */
public record Quotas(Network network, Scope scope) {
  private static final String PREFIX = "quota:";

  /** The quotas of a caller. */
  public static Quotas of(Network network, Caller caller) {
    return new Quotas(network, caller.scope());
  }

  /** The most that the scope may have. */
  public int limit(Quota quota) {
    return network
        .setting(scope, PREFIX + quota.setting())
        .map(Integer::parseInt)
        .orElse(quota.usual());
  }

  /**
   * Refuses a call after which there would be more than the quota.
   *
   * @param after how many there would be
   * @throws AwsException with the quota's code
   */
  public void check(Quota quota, long after) {
    int limit = limit(quota);
    if (after > limit) {
      throw new AwsException(
          quota.error(),
          "The maximum number of %s has been reached: the quota is %d and this would make %d. Delete what isn't needed, or start the server with --quota %s=%d"
              .formatted(quota.what(), limit, after, quota.setting(), after));
    }
  }

  /**
   * The change that sets a quota of a scope.
   *
   * @param limit 0 or more
   */
  public static Change.Set change(Scope scope, Quota quota, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException(quota.setting() + " can't be negative: " + limit);
    }
    return new Change.Set(scope, PREFIX + quota.setting(), Integer.toString(limit));
  }
}
