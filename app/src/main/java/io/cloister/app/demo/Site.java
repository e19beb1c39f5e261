package io.cloister.app.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was built.
 *
 * @param vpc its id
 * @param hosts by name, in the order built: {@code db}, {@code app-a}… and {@code web}
 * @param groups the ids of the security groups by tier: {@code web}, {@code app}, {@code db}
 */
record Site(String vpc, Map<String, Host> hosts, Map<String, String> groups) {
  /** Its host of the simulated internet; the data plane gives it this address. */
  static final Host INTERNET =
      new Host("internet", Shell.INTERNET, "203.0.113.10", Optional.empty());

  /** The suffixes of the Availability Zones that it uses. */
  static final List<String> ZONES = List.of("a", "b", "c");

  Host host(String name) {
    Host host = name.equals("internet") ? INTERNET : hosts.get(name);
    if (host == null) {
      throw new IllegalArgumentException("no host " + name);
    }
    return host;
  }

  String group(String tier) {
    String id = groups.get(tier);
    if (id == null) {
      throw new IllegalArgumentException("no group " + tier);
    }
    return id;
  }
}
