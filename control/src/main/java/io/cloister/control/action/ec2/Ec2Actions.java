package io.cloister.control.action.ec2;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.AddressActions;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.ec2.eni.InterfaceActions;
import io.cloister.control.action.ec2.group.GroupActions;
import io.cloister.control.action.ec2.instance.Consoles;
import io.cloister.control.action.ec2.instance.InstanceActions;
import io.cloister.control.action.ec2.key.KeyActions;
import io.cloister.control.action.ec2.type.TypeActions;
import java.util.List;
import java.util.stream.Stream;

/** The actions on groups, addresses, interfaces, instances, images and keys. */
public final class Ec2Actions {
  private Ec2Actions() {}

  /** One of each, where no instance writes to a console, with the usual pool of addresses. */
  public static List<Action<?, ?>> all() {
    return all(Consoles.NONE);
  }

  /** One of each, with the usual pool of public addresses. */
  public static List<Action<?, ?>> all(Consoles consoles) {
    return all(consoles, PublicPool.DEFAULT);
  }

  /**
   * One of each.
   *
   * @param consoles where the output of instances comes from
   * @param pool where public addresses come from
   */
  public static List<Action<?, ?>> all(Consoles consoles, PublicPool pool) {
    return Stream.of(
            GroupActions.all(),
            AddressActions.all(pool),
            InterfaceActions.all(),
            InstanceActions.all(consoles, pool),
            KeyActions.all(),
            TypeActions.all())
        .<Action<?, ?>>flatMap(List::stream)
        .toList();
  }
}
