package io.cloister.control.action.elb.rule;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.network.Network;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rules may be changed, and where they may be. */
final class RuleChecks {
  private static final int MOST = 50_000;

  private RuleChecks() {}

  /**
   * A rule that may be changed.
   *
   * @throws AwsException {@code OperationNotPermitted} for a default rule, {@code RuleNotFound}
   */
  static ListenerRule changeable(Network network, Caller caller, @Nullable String arn) {
    boolean isDefault =
        network
            .listeners()
            .where(l -> l.scope().equals(caller.scope()))
            .anyMatch(l -> ElbArns.defaultRule(l).value().equals(arn));
    if (isDefault) {
      throw new AwsException(
          "OperationNotPermitted",
          "Default rule '%s' cannot be changed here: use ModifyListener for its actions"
              .formatted(arn));
    }
    return ElbLookups.rule(network, caller, arn);
  }

  /** A priority in its range. */
  static int priority(@Nullable Integer priority) {
    if (priority == null || priority < 1 || priority > MOST) {
      throw new AwsException(
          "ValidationError", "Priority '%s' must be between 1 and %d".formatted(priority, MOST));
    }
    return priority;
  }

  /** Refuses a priority that another rule of the listener has. */
  static void free(Stream<ListenerRule> others, int priority) {
    if (others.anyMatch(r -> r.priority() == priority)) {
      throw new AwsException(
          "PriorityInUse", "Priority '%d' is currently in use".formatted(priority));
    }
  }
}
