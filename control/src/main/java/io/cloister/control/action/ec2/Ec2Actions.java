package io.cloister.control.action.ec2;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.AddressActions;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.ec2.eni.InterfaceActions;
import io.cloister.control.action.ec2.group.GroupActions;
import io.cloister.control.action.ec2.instance.InstanceActions;
import java.util.List;
import java.util.stream.Stream;

/** The actions on groups, addresses, interfaces, instances, images and keys. */
public final class Ec2Actions {
  private Ec2Actions() {}

  /** One of each, with the usual pool of public addresses. */
  public static List<Action<?, ?>> all() {
    return all(PublicPool.DEFAULT);
  }

  /**
   * One of each.
   *
   * @param pool where public addresses come from
   */
  public static List<Action<?, ?>> all(PublicPool pool) {
    return Stream.of(
            GroupActions.all(),
            AddressActions.all(pool),
            InterfaceActions.all(),
            InstanceActions.all(pool))
        .<Action<?, ?>>flatMap(List::stream)
        .toList();
  }
}
