package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.Assign;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.Counter;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.Log;
import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.Source;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.dataplane.kernel.nft.VerdictLookup;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small network much like a VPC: a router and hosts, each on a link of its own. */
public final class Networks {
  /** The router's name. */
  public static final NamespaceName ROUTER = new NamespaceName("router");

  /** The UDP port that is open. */
  public static final int PORT = 7007;

  private static final IpAddress GATEWAY = IpAddress.of("fe80::1");
  private static final int TABLE = 1000;

  private Networks() {}

  /** Host number n. */
  public static NamespaceName host(int n) {
    return new NamespaceName("host-" + n);
  }

  /** The IPv4 address of host number n. */
  public static IpAddress address(int n) {
    return IpAddress.of("10.0.0.0").plus(n + 4);
  }

  /** The IPv6 address of host number n. */
  public static IpAddress address6(int n) {
    return IpAddress.of("2001:db8::").plus(n + 4);
  }

  /** The router's link to host number n. */
  public static LinkName link(int n) {
    return new LinkName("eni-" + n);
  }

  /** A network of so many hosts in which everybody may send to everybody's {@link #PORT}. */
  public static Table<NamespaceName, Namespace> of(int hosts) {
    Table<NamespaceName, Namespace> all = Table.empty();
    for (int n = 0; n < hosts; n++) {
      all = all.with(host(n), hostSpace(n));
    }
    return all.with(ROUTER, router(hosts, filter(hosts, true)));
  }

  /** The same where that is refused. */
  public static Table<NamespaceName, Namespace> closed(int hosts) {
    return of(hosts).with(ROUTER, router(hosts, filter(hosts, false)));
  }

  private static Namespace hostSpace(int n) {
    LinkName eth0 = new LinkName("eth0");
    MacAddress mac = MacAddress.local(n + 1);
    Link link =
        Link.of(
            eth0,
            mac,
            9001,
            new LinkEnd(ROUTER, link(n)),
            List.of(InterfaceAddress.host(address(n)), InterfaceAddress.host(address6(n))),
            Map.of(GATEWAY, MacAddress.local(0xffff)));
    return Namespace.of(
        host(n),
        Sysctls.QUIET,
        List.of(link),
        List.of(
            new Route(
                Route.MAIN,
                Prefix.ALL_IPV4,
                new Route.Via(
                    eth0, Optional.of(GATEWAY), Optional.of(address(n)), Optional.of(1500))),
            Route.via(Route.MAIN, Prefix.ALL_IPV6, GATEWAY, eth0)),
        List.of(),
        Optional.empty());
  }

  private static Namespace router(int hosts, NftTable table) {
    Map<String, String> sysctls = new TreeMap<>(Sysctls.QUIET);
    sysctls.put("ipv4/ip_forward", "1");
    sysctls.put("ipv6/conf/all/forwarding", "1");
    List<Link> links = new ArrayList<>();
    List<Route> routes = new ArrayList<>();
    for (int n = 0; n < hosts; n++) {
      links.add(
          Link.of(
              link(n),
              MacAddress.local(0xffff),
              9001,
              new LinkEnd(host(n), new LinkName("eth0")),
              List.of(InterfaceAddress.host(GATEWAY)),
              Map.of(address(n), MacAddress.local(n + 1), address6(n), MacAddress.local(n + 1))));
      routes.add(Route.link(TABLE, Prefix.host(address(n)), link(n)));
      routes.add(Route.link(TABLE, Prefix.host(address6(n)), link(n)));
    }
    routes.add(Route.blackhole(TABLE, Prefix.ALL_IPV4));
    routes.add(Route.blackhole(TABLE, Prefix.ALL_IPV6));
    return Namespace.of(
        ROUTER,
        sysctls,
        links,
        routes,
        List.of(
            new PolicyRule(100, Family.IPV4, 0x10000, 0xff0000, TABLE),
            new PolicyRule(100, Family.IPV6, 0x10000, 0xff0000, TABLE)),
        Optional.of(table));
  }

  /** Marks what a host may send from its own addresses, and asks each receiver's chain. */
  public static NftTable filter(int hosts, boolean open) {
    Map<Element, Datum> sources = new TreeMap<>();
    Map<Element, Datum> sources6 = new TreeMap<>();
    Map<Element, Datum> gates = new TreeMap<>();
    List<Chain> chains = new ArrayList<>();
    for (int n = 0; n < hosts; n++) {
      Value link = Value.ifname(link(n).text());
      Datum mark = Datum.of(Value.mark(0x10000 + n));
      sources.put(Element.of(link, Value.of(address(n))), mark);
      sources6.put(Element.of(link, Value.of(address6(n))), mark);
      Chain gate = gate(n, open);
      chains.add(gate);
      gates.put(Element.of(link), Datum.of(Verdict.go(gate.name())));
    }
    SetName four = new SetName("s-four");
    SetName six = new SetName("s-six");
    SetName out = new SetName("s-gates");
    chains.add(
        Chain.of(
            "b-in",
            Hook.filter(Hook.Point.PREROUTING, -150, Hook.Policy.DROP),
            Rule.of("four", marked(four, Payload.IP_SADDR), Verdict.accept()),
            Rule.of("six", marked(six, Payload.IP6_SADDR), Verdict.accept())));
    chains.add(
        Chain.of(
            "b-out",
            Hook.filter(Hook.Point.FORWARD, 10, Hook.Policy.DROP),
            Rule.of("gates", VerdictLookup.in(out, Meta.OIFNAME))));
    List<Type> mark = List.of(Type.MARK);
    return NftTable.of(
        chains,
        List.of(
            NftSet.map(four.text(), List.of(Type.IFNAME, Type.IPV4_ADDR), false, mark, sources),
            NftSet.map(six.text(), List.of(Type.IFNAME, Type.IPV6_ADDR), false, mark, sources6),
            NftSet.verdicts(out.text(), List.of(Type.IFNAME), false, gates),
            NftSet.set(
                "s-near",
                List.of(Type.IPV4_ADDR),
                true,
                List.of(
                    Element.of(Span.of(Prefix.of("10.0.0.0/9"))),
                    Element.of(Span.of(Prefix.of("10.128.0.0/9")))))),
        List.of());
  }

  private static Assign marked(SetName map, Payload source) {
    return Assign.mark(Source.map(map, Meta.IIFNAME, source));
  }

  /** The chain of one receiver: a port, or nothing. */
  public static Chain gate(int n, boolean open) {
    Rule last =
        Rule.of("gate-" + n, new Counter(), new Log(5, "drop " + link(n), 64), Verdict.drop());
    if (!open) {
      return Chain.of("c-gate-" + n, last);
    }
    return Chain.of(
        "c-gate-" + n,
        Rule.of("sgr-1", Match.is(Payload.UDP_DPORT, Value.port(PORT)), Verdict.accept()),
        last);
  }
}
