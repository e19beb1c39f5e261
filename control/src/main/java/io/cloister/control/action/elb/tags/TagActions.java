package io.cloister.control.action.elb.tags;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions on tags, and the limits of an account. */
public final class TagActions {
  private TagActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new AddTags(), new RemoveTags(), new DescribeTags(), new DescribeAccountLimits());
  }
}
