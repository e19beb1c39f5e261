package io.cloister.control.action.iam;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.HostedZone;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.Role;
import io.cloister.model.vpc.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds roles and profiles by name, in an account and in no Region, with IAM's codes. */
public final class Entities {
  /** The most roles of an account, and the most profiles. */
  static final int MOST = 1000;

  private static final int USUAL_PAGE = 100;

  private Entities() {}

  /** Where a caller's roles and profiles are. */
  static Scope scope(Caller caller) {
    return new Scope(caller.account(), caller.partition(), HostedZone.REGION);
  }

  /** The caller's roles. */
  static Stream<Role> roles(Network network, Caller caller) {
    Scope scope = scope(caller);
    return network.roles().where(r -> r.scope().equals(scope));
  }

  /** The caller's instance profiles. */
  public static Stream<InstanceProfile> profiles(Network network, Caller caller) {
    Scope scope = scope(caller);
    return network.instanceProfiles().where(p -> p.scope().equals(scope));
  }

  /** The role with a name. */
  static Role role(Network network, Caller caller, @Nullable String name) {
    return roles(network, caller)
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing("The role with name %s cannot be found.".formatted(name)));
  }

  /** The instance profile with a name. */
  static InstanceProfile profile(Network network, Caller caller, @Nullable String name) {
    return profiles(network, caller)
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing("Instance Profile %s cannot be found.".formatted(name)));
  }

  /** The role that a profile takes into instances. */
  static Optional<Role> roleOf(Network network, InstanceProfile profile) {
    return profile.role().flatMap(network.roles()::get);
  }

  /** Refuses a name that is taken: names differ in more than case. */
  static void checkFree(String what, @Nullable String name, Stream<String> taken) {
    if (name == null) {
      throw new AwsException("ValidationError", "A %s needs a name".formatted(what));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (taken.anyMatch(t -> t.toLowerCase(Locale.ROOT).equals(lower))) {
      throw new AwsException(
          "EntityAlreadyExists", 409, "%s with name %s already exists.".formatted(what, name));
    }
  }

  /** Refuses one more than a quota. */
  static void checkQuota(String quota, long after, int most) {
    if (after > most) {
      throw new AwsException(
          "LimitExceeded", 409, "Cannot exceed quota for %s: %d".formatted(quota, most));
    }
  }

  /** A fresh id: the prefix and 17 capital letters and digits. */
  static String id(String prefix, String drawn) {
    return prefix + drawn.substring(drawn.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
  }

  /**
   * A page of a list of names.
   *
   * @throws AwsException {@code ValidationError} for a marker that isn't ours
   */
  static <R> Page<R> page(
      List<R> sorted, Function<R, String> key, @Nullable Integer most, @Nullable String marker) {
    try {
      return Page.of(sorted, key, most == null ? USUAL_PAGE : most, 1, marker);
    } catch (AwsException e) {
      throw new AwsException("ValidationError", e.text());
    }
  }

  /** The error for what isn't there. */
  static AwsException missing(String message) {
    return new AwsException("NoSuchEntity", 404, message);
  }

  /** The error for what something else still needs. */
  static AwsException conflict(String message) {
    return new AwsException("DeleteConflict", 409, message);
  }
}
