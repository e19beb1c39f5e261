package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class InterfaceActions {
  private InterfaceActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new AssignIpv6Addresses(),
        new AssignPrivateIpAddresses(),
        new AttachNetworkInterface(),
        new CreateNetworkInterface(),
        new DeleteNetworkInterface(),
        new DescribeNetworkInterfaceAttribute(),
        new DescribeNetworkInterfaces(),
        new DetachNetworkInterface(),
        new ModifyNetworkInterfaceAttribute(),
        new ResetNetworkInterfaceAttribute(),
        new UnassignIpv6Addresses(),
        new UnassignPrivateIpAddresses());
  }
}
