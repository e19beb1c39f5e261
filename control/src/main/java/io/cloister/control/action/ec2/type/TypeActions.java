package io.cloister.control.action.ec2.type;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class TypeActions {
  private TypeActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(new DescribeInstanceTypeOfferings(), new DescribeInstanceTypes());
  }
}
