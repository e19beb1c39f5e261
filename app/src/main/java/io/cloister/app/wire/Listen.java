package io.cloister.app.wire;

import io.cloister.app.wire.sign.Access;
import java.net.InetAddress;

/**
 * Where to listen, and to whom.
 *
 * @param address the address to bind; anything but loopback needs keys
 * @param port the port, 0 for a free one
 * @param access who may call
 */
public record Listen(InetAddress address, int port, Access access) {
  /** Loopback, open to whoever reaches it. */
  public static Listen loopback(int port) {
    return new Listen(InetAddress.ofLiteral("127.0.0.1"), port, new Access.Open());
  }

  public Listen {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535: " + port);
    }
    if (!address.isLoopbackAddress() && access instanceof Access.Open) {
      throw new IllegalArgumentException(
          "refusing to listen on "
              + address.getHostAddress()
              + " without keys: whoever reaches that address could change the network; give a file"
              + " of keys (signatures are then verified), or listen on 127.0.0.1");
    }
  }

  /** Whether only this machine reaches the address. */
  boolean local() {
    return address.isLoopbackAddress();
  }
}
