package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions on target groups and targets. */
public final class TargetActions {
  private TargetActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all(Healths healths) {
    return List.of(
        new CreateTargetGroup(),
        new DescribeTargetGroups(),
        new ModifyTargetGroup(),
        new DeleteTargetGroup(),
        new DescribeTargetGroupAttributes(),
        new ModifyTargetGroupAttributes(),
        new RegisterTargets(),
        new DeregisterTargets(),
        new DescribeTargetHealth(healths));
  }
}
