package io.cloister.dataplane.kernel;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of one link that stays or was just plugged: its own, addresses, neighbours. */
record LinkDiff(
    String link,
    SortedSet<InterfaceAddress> wanted,
    SortedSet<InterfaceAddress> seen,
    Phases phases) {

  /**
   * An absent link is one that a pair is made for before, so it has nothing yet.
   *
   * @param losing whether the link may lose an address that isn't among those seen
   * @return whether the kernel may drop routes of the link on the way
   */
  static boolean run(Link link, Optional<SeenLink> seenLink, boolean losing, Phases phases) {
    Optional<Link> ours = seenLink.flatMap(SeenLink::ours);
    boolean same =
        ours.isPresent()
            && ours.get().mac().equals(link.mac())
            && ours.get().mtu() == link.mtu()
            && seenLink.get().up();
    if (!same) {
      phases.plug().add(new NetChange.SetLink(link, seenLink.isEmpty()));
    }
    SortedSet<InterfaceAddress> addresses = ours.map(Link::addresses).orElseGet(TreeSet::new);
    boolean removed =
        new LinkDiff(link.name().text(), link.addresses(), addresses, phases).addresses();
    // Neighbours go when a link is switched on again, gets another MAC or loses its last address,
    // and nobody tells.
    boolean kept = same && !removed && !losing;
    SortedMap<IpAddress, MacAddress> neighbours =
        ours.filter(_ -> kept).map(Link::neighbours).orElseGet(TreeMap::new);
    for (Map.Entry<IpAddress, MacAddress> entry : link.neighbours().entrySet()) {
      if (!entry.getValue().equals(neighbours.get(entry.getKey()))) {
        phases
            .address()
            .add(new NetChange.PutNeighbour(link.name(), entry.getKey(), entry.getValue()));
      }
    }
    for (IpAddress address : ours.map(Link::neighbours).orElseGet(TreeMap::new).keySet()) {
      if (!link.neighbours().containsKey(address)) {
        phases.address().add(new NetChange.DeleteNeighbour(link.name(), address));
      }
    }
    return !kept;
  }

  /** Adds before it removes: a link without an address loses its routes. */
  boolean addresses() {
    boolean removed = false;
    for (InterfaceAddress address : wanted) {
      if (!seen.contains(address)) {
        phases.address().add(new NetChange.AddAddress(link, address));
      }
    }
    for (InterfaceAddress address : seen) {
      if (!wanted.contains(address)) {
        phases.address().add(new NetChange.DeleteAddress(link, address));
        removed = true;
      }
    }
    return removed;
  }
}
