package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.PublicPool;
import java.util.List;

/** The actions of this package. */
public final class InstanceActions {
  private InstanceActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all(PublicPool pool) {
    return List.of(new DescribeInstances(), new RunInstances(pool), new TerminateInstances());
  }
}
