package io.cloister.forwarding.pipeline;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.util.List;

/**
 * A host of the simulated internet.
 *
 * @param name 1 to 13 of lower-case letters and digits, a letter first
 * @param addresses at most one of each family
 */
public record InternetHost(String name, List<IpAddress> addresses) {
  /** The host that is always there. */
  public static final InternetHost DEFAULT =
      new InternetHost(
          "internet", List.of(IpAddress.of("203.0.113.10"), IpAddress.of("2001:db8:ffff::10")));

  /** Refuses names that a link couldn't have. */
  public InternetHost {
    addresses = List.copyOf(addresses);
    if (!name.matches("[a-z][a-z0-9]{0,12}") || addresses.isEmpty()) {
      throw new IllegalArgumentException("not a host of the internet: " + name + " " + addresses);
    }
  }

  /** The MAC of its interface, which follows from its first address. */
  public MacAddress mac() {
    byte[] bytes = addresses.getFirst().bytes();
    long number = 0;
    for (int i = bytes.length - 4; i < bytes.length; i++) {
      number = number << 8 | (bytes[i] & 255);
    }
    return MacAddress.local(number);
  }
}
