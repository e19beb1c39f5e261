package io.cloister.control.action.ec2.key;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class KeyActions {
  private KeyActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateKeyPair(), new DeleteKeyPair(), new DescribeKeyPairs(), new ImportKeyPair());
  }
}
