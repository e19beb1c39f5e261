package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.Foreign;
import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.nft.SeenTable;
import io.cloister.dataplane.linux.netlink.Addresses;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads all that a namespace holds but its filters and sysctls. */
public final class NetReader {
  private static final InterfaceAddress LOOPBACK_V4 =
      new InterfaceAddress(IpAddress.of("127.0.0.1"), 8);
  private static final InterfaceAddress LOOPBACK_V6 = InterfaceAddress.host(IpAddress.of("::1"));

  private final NetlinkSocket socket;
  private final LinkReader links = new LinkReader();
  private final List<Foreign> foreign = new ArrayList<>();
  private final NavigableMap<Route.Key, Route> routes = new TreeMap<>();
  private final NavigableMap<PolicyRule, PolicyRule> rules = new TreeMap<>();

  private NetReader(NetlinkSocket socket) {
    this.socket = socket;
  }

  /** Reads by a socket of the namespace; sysctls and filters were read before. */
  public static Seen read(
      NamespaceName name,
      NetlinkSocket socket,
      SortedMap<String, String> sysctls,
      Optional<SeenTable> nft) {
    return new NetReader(socket).read(name, sysctls, nft);
  }

  private Seen read(
      NamespaceName name, SortedMap<String, String> sysctls, Optional<SeenTable> nft) {
    dump(Rt.GETADDR, 8, "list addresses").forEach(this::address);
    dump(Rt.GETNEIGH, 12, "list neighbours").forEach(this::neighbour);
    links.read(socket);
    dump(Rt.GETROUTE, 12, "list routes").forEach(this::route);
    dump(Rt.GETRULE, 12, "list rules").forEach(this::rule);
    NavigableSet<InterfaceAddress> loopback = new TreeSet<>(links.loopback());
    boolean four = loopback.remove(LOOPBACK_V4);
    boolean six = loopback.remove(LOOPBACK_V6);
    return new Seen(
        name,
        sysctls,
        Table.of(links.links()),
        links.loopbackUp() && four && six,
        loopback,
        Table.of(routes),
        Table.of(rules),
        foreign,
        nft);
  }

  /** What is of neither family (bridges, multicast routing) isn't looked at. */
  private List<Answer> dump(int type, int header, String about) {
    Request request = new Request();
    request.begin(type, Request.DUMP, () -> about);
    request.raw(new byte[header]);
    request.end();
    return socket.dump(request).stream()
        .filter(answer -> Rt.family(answer.u8(0)).isPresent())
        .toList();
  }

  private void address(Answer answer) {
    Attributes attributes = answer.attributes(8);
    int link = answer.u32(4);
    int type = attributes.has(Rt.IFA_LOCAL) ? Rt.IFA_LOCAL : Rt.IFA_ADDRESS;
    Optional<InterfaceAddress> address =
        Addresses.read(attributes.bytes(type)).map(a -> new InterfaceAddress(a, answer.u8(1)));
    boolean peer =
        attributes.has(Rt.IFA_LOCAL)
            && !Addresses.read(attributes.bytes(Rt.IFA_ADDRESS))
                .equals(address.map(InterfaceAddress::address));
    boolean own =
        link == 1
            && address.filter(a -> a.equals(LOOPBACK_V4) || a.equals(LOOPBACK_V6)).isPresent();
    int mask = Rt.ADDRESS_FLAGS & ~2;
    boolean ours = (attributes.u32(Rt.IFA_FLAGS) & mask) == mask;
    if (address.isPresent() && !peer && (own || ours)) {
      links.address(link, address.get());
    } else {
      foreign.add(strange(Foreign.Kind.ADDRESS, answer));
    }
  }

  /** Only permanent entries count; the kernel learns and forgets others by itself. */
  private void neighbour(Answer answer) {
    if ((answer.u16(8) & Rt.NUD_PERMANENT) == 0) {
      return;
    }
    Attributes attributes = answer.attributes(12);
    Optional<IpAddress> address = Addresses.read(attributes.bytes(Rt.NDA_DST));
    Optional<MacAddress> mac = Rt.mac(attributes.bytes(Rt.NDA_LLADDR));
    if (address.isPresent() && mac.isPresent()) {
      links.neighbour(answer.u32(4), address.get(), mac.get());
    } else if (address.isPresent()) {
      foreign.add(strange(Foreign.Kind.NEIGHBOUR, answer));
    }
  }

  private void route(Answer answer) {
    if (RouteReader.isBuiltIn(answer)) {
      return;
    }
    Optional<Route> route = RouteReader.route(answer, links::name);
    if (route.isEmpty() || routes.putIfAbsent(route.get().key(), route.get()) != null) {
      foreign.add(strange(Foreign.Kind.ROUTE, answer));
    }
  }

  private void rule(Answer answer) {
    Optional<PolicyRule> rule = RouteReader.rule(answer);
    if (rule.isEmpty() || rules.putIfAbsent(rule.get(), rule.get()) != null) {
      foreign.add(strange(Foreign.Kind.RULE, answer));
    }
  }

  private static Foreign strange(Foreign.Kind kind, Answer answer) {
    return new Foreign(kind, HexFormat.of().formatHex(answer.body()));
  }
}
