package io.cloister.control.action.elb.rule;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions on rules of listeners. */
public final class RuleActions {
  private RuleActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateRule(),
        new DescribeRules(),
        new ModifyRule(),
        new DeleteRule(),
        new SetRulePriorities());
  }
}
