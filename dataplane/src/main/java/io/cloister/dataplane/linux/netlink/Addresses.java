package io.cloister.dataplane.linux.netlink;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Ipv4Address;
import io.cloister.model.ip.Ipv6Address;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Addresses in messages. */
public final class Addresses {
  private Addresses() {}

  /** The address of 4 or 16 bytes in the network's order; none of another number of bytes. */
  public static Optional<IpAddress> read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return switch (bytes.length) {
      case 4 -> Optional.of(new Ipv4Address(buffer.getInt()));
      case 16 -> Optional.of(new Ipv6Address(buffer.getLong(), buffer.getLong()));
      default -> Optional.empty();
    };
  }
}
