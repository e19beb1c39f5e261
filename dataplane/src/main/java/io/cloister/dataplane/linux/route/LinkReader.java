package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.SeenLink;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a namespace's links, with the addresses and neighbours that were read before. */
final class LinkReader {
  static final int SKIP_STATISTICS = 8;

  /** Links that the kernel puts into every namespace and that can't be removed. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "tunl0",
          "gre0",
          "gretap0",
          "erspan0",
          "ip_vti0",
          "ip6_vti0",
          "sit0",
          "ip6tnl0",
          "ip6gre0");

  private final Map<Integer, NavigableSet<InterfaceAddress>> addresses = new HashMap<>();
  private final Map<Integer, NavigableMap<IpAddress, MacAddress>> neighbours = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final NavigableMap<String, SeenLink> links = new TreeMap<>();
  private boolean loopbackUp;

  void address(int link, InterfaceAddress address) {
    addresses.computeIfAbsent(link, _ -> new TreeSet<>()).add(address);
  }

  void neighbour(int link, IpAddress address, MacAddress mac) {
    neighbours.computeIfAbsent(link, _ -> new TreeMap<>()).put(address, mac);
  }

  /** Reads the links. */
  void read(NetlinkSocket socket) {
    Request request = new Request();
    request.begin(Rt.GETLINK, Request.DUMP, () -> "list links");
    request.raw8(0).raw8(0).raw16(0).raw32(0).raw32(0).raw32(0);
    request.u32(Rt.IFLA_EXT_MASK, SKIP_STATISTICS);
    request.end();
    List<Answer> answers = socket.dump(request);
    for (Answer answer : answers) {
      names.put(answer.u32(4), answer.attributes(16).text(Rt.IFLA_IFNAME));
    }
    answers.forEach(this::link);
  }

  private void link(Answer answer) {
    int index = answer.u32(4);
    boolean up = (answer.u32(8) & Rt.IFF_UP) != 0;
    Attributes attributes = answer.attributes(16);
    String name = attributes.text(Rt.IFLA_IFNAME);
    if (index == 1) {
      loopbackUp = up;
    } else if (!BUILT_IN.contains(name)) {
      int peer = attributes.has(Rt.IFLA_LINK) ? attributes.u32(Rt.IFLA_LINK) : index;
      links.put(name, new SeenLink(name, index, peer, up, ours(index, name, attributes)));
    }
  }

  private Optional<Link> ours(int index, String name, Attributes attributes) {
    String kind = attributes.nested(Rt.IFLA_LINKINFO).text(Rt.IFLA_INFO_KIND);
    Optional<MacAddress> mac = Rt.mac(attributes.bytes(Rt.IFLA_ADDRESS));
    String mark = attributes.text(Rt.IFLA_IFALIAS);
    int slash = mark.indexOf('/');
    if (!kind.equals("veth") || mac.isEmpty() || slash < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Link(
              new LinkName(name),
              mac.get(),
              attributes.u32(Rt.IFLA_MTU),
              LinkEnd.of(mark.substring(0, slash), mark.substring(slash + 1)),
              addresses.getOrDefault(index, new TreeSet<>()),
              neighbours.getOrDefault(index, new TreeMap<>())));
    } catch (IllegalArgumentException _) {
      // Somebody named or marked it so that it can't be one of ours.
      return Optional.empty();
    }
  }

  /** The name of a link, for routes; none when it isn't there any more. */
  Optional<LinkName> name(int index) {
    try {
      return Optional.ofNullable(names.get(index)).map(LinkName::new);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  NavigableMap<String, SeenLink> links() {
    return links;
  }

  /** Whether the loopback link is up and has its own addresses. */
  boolean loopbackUp() {
    return loopbackUp;
  }

  NavigableSet<InterfaceAddress> loopback() {
    return addresses.getOrDefault(1, new TreeSet<>());
  }
}
