package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions on listeners. */
public final class ListenerActions {
  private ListenerActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateListener(),
        new DescribeListeners(),
        new ModifyListener(),
        new DeleteListener(),
        new DescribeListenerAttributes(),
        new ModifyListenerAttributes(),
        new AddListenerCertificates(),
        new RemoveListenerCertificates(),
        new DescribeListenerCertificates());
  }
}
