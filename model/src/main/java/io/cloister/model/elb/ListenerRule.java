package io.cloister.model.elb;

import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.util.List;

/**
 * A rule of an Application Load Balancer's listener. The default rule is not one of these: it is
 * the listener's own actions.
 *
 * @param priority 1..50,000; the lowest that matches decides
 * @param conditions all must match
 * @param actions the last one routes; never empty
 * @param transforms rewrites of host and URL before a target sees them
 */
public record ListenerRule(
    ListenerRuleArn id,
    Scope scope,
    ListenerArn listener,
    int priority,
    List<RuleCondition> conditions,
    List<RuleAction> actions,
    List<RuleTransform> transforms)
    implements Resource {

  /** Refuses a rule that does nothing. */
  public ListenerRule {
    conditions = List.copyOf(conditions);
    actions = List.copyOf(actions);
    transforms = List.copyOf(transforms);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("a rule without an action: " + id);
    }
  }

  /** With another priority. */
  public ListenerRule withPriority(int other) {
    return new ListenerRule(id, scope, listener, other, conditions, actions, transforms);
  }
}
