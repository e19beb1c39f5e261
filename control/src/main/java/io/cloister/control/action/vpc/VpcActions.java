package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class VpcActions {
  private VpcActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of();
  }
}
