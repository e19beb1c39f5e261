package io.cloister.control.action.flowlog;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class FlowLogActions {
  private FlowLogActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(new CreateFlowLogs(), new DescribeFlowLogs(), new DeleteFlowLogs());
  }
}
