package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.sorted.Sorted;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An end of a veth pair in the namespace that holds it. The other end is a link of another
 * namespace (or of this one) that names this one as its peer.
 *
 * @param name unique in the namespace
 * @param mac its Ethernet address
 * @param mtu bytes, 68..65535 (1280 at least for IPv6)
 * @param peer the other end
 * @param addresses what it answers for
 * @param neighbours permanent entries, no address is ever asked for
 */
public record Link(
    LinkName name,
    MacAddress mac,
    int mtu,
    LinkEnd peer,
    SortedSet<InterfaceAddress> addresses,
    SortedMap<IpAddress, MacAddress> neighbours) {

  /** Copies what isn't unmodifiable. */
  public Link {
    if (mtu < 68 || mtu > 65535) {
      throw new IllegalArgumentException("MTU of " + name + ": " + mtu);
    }
    addresses = Sorted.copy(addresses);
    neighbours = Sorted.copy(neighbours);
  }

  /** A link with these. */
  public static Link of(
      LinkName name,
      MacAddress mac,
      int mtu,
      LinkEnd peer,
      Collection<InterfaceAddress> addresses,
      Map<IpAddress, MacAddress> neighbours) {
    return new Link(name, mac, mtu, peer, new TreeSet<>(addresses), new TreeMap<>(neighbours));
  }
}
