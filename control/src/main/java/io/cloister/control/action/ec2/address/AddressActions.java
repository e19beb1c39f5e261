package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class AddressActions {
  private AddressActions() {}

  /** One of each, over one pool. */
  public static List<Action<?, ?>> all(PublicPool pool) {
    return List.of(
        new AllocateAddress(pool),
        new AssociateAddress(pool),
        new DescribeAddresses(),
        new DescribeAddressesAttribute(),
        new DisassociateAddress(pool),
        new ReleaseAddress());
  }
}
