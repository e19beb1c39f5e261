package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.ec2.eni.NewInterface;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;

/** One interface of an instance to be launched. */
sealed interface InterfaceSpec {
  /** The device index, 0 for the primary interface. */
  int device();

  /** The subnet that it is in. */
  Subnet subnet();

  /** Whether it goes when the instance is terminated. */
  boolean deleteOnTermination();

  /**
   * One to be made.
   *
   * @param publicAddress whether it is lent a public address
   */
  record Fresh(int device, NewInterface wanted, boolean deleteOnTermination, boolean publicAddress)
      implements InterfaceSpec {
    @Override
    public Subnet subnet() {
      return wanted.subnet();
    }
  }

  /** One that is there already and attached to nothing. */
  record Present(int device, NetworkInterface eni, Subnet subnet) implements InterfaceSpec {
    @Override
    public boolean deleteOnTermination() {
      return false;
    }
  }
}
