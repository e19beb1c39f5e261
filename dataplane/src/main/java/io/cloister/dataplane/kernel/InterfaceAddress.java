package io.cloister.dataplane.kernel;

import io.cloister.model.ip.IpAddress;
import java.util.Comparator;

/**
 * An address that a link has, and the block that is reached through the link because of it.
 *
 * @param address of either family
 * @param length of the block: 0..32 or 0..128; the family's bits for none
 */
public record InterfaceAddress(IpAddress address, int length)
    implements Comparable<InterfaceAddress> {
  private static final Comparator<InterfaceAddress> ORDER =
      Comparator.comparing(InterfaceAddress::address).thenComparingInt(InterfaceAddress::length);

  /** Refuses lengths out of the family's range. */
  public InterfaceAddress {
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("prefix length out of range: " + address + "/" + length);
    }
  }

  /** An address alone, without a block. */
  public static InterfaceAddress host(IpAddress address) {
    return new InterfaceAddress(address, address.family().bits());
  }

  @Override
  public int compareTo(InterfaceAddress other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
