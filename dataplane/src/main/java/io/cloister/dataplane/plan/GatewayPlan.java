package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.Lookup;
import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.Source;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Statement;
import io.cloister.dataplane.kernel.nft.Table;
import io.cloister.dataplane.kernel.nft.Translate;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.forwarding.pipeline.GatewayStage;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An internet gateway: maps of addresses, one to one, with connection tracking. Without it the
 * header that is quoted in an ICMP error would keep the wrong address, so that closed ports look
 * silent and path MTU discovery fails.
 */
final class GatewayPlan {
  private static final SetName TO_PUBLIC = new SetName("s-public");
  private static final SetName TO_PRIVATE = new SetName("s-private");
  private static final SetName BOUND = new SetName("s-bound");
  private static final SetName SIX = new SetName("s-six");

  private GatewayPlan() {}

  static Namespace of(GatewayStage gateway, Timing timing) {
    NamespaceName name = Names.gateway(gateway.id());
    LinkEnd router = new LinkEnd(Names.router(gateway.vpc()), Names.GATEWAY);
    LinkEnd net = new LinkEnd(Names.NET, Names.uplink(gateway.id()));
    Namespace plain =
        Namespace.of(
            name,
            Settings.tracking(timing),
            List.of(
                other(name + "/" + Names.VPC, router, Names.VPC, Port.MTU),
                other(name + "/" + Names.UPLINK, net, Names.UPLINK, GatewayStage.MTU)),
            routes(gateway),
            List.of(),
            Optional.of(Table.of(chains(), sets(gateway), List.of())));
    return new Namespace(
        name,
        plain.sysctls(),
        plain.links(),
        Names.OF_GATEWAY,
        plain.routes(),
        plain.rules(),
        plain.nft());
  }

  /** The far end of a router's link: fe80::2, and the router fe80::1. */
  private static Link other(String place, LinkEnd router, LinkName link, int mtu) {
    return Link.of(
        link,
        Names.mac(place),
        mtu,
        router,
        List.of(InterfaceAddress.host(Names.OTHER)),
        Map.of(Names.ROUTER, Names.mac(router.toString())));
  }

  private static List<Route> routes(GatewayStage gateway) {
    List<Route> routes = new ArrayList<>();
    for (Family family : Family.values()) {
      routes.add(Route.via(Route.MAIN, family.everything(), Names.ROUTER, Names.UPLINK));
    }
    gateway.byPrivate().forEach((address, _) -> routes.add(inside(address)));
    gateway.ipv6().forEach((address, _) -> routes.add(inside(address)));
    return routes;
  }

  private static Route inside(IpAddress address) {
    return Route.via(Route.MAIN, Prefix.host(address), Names.ROUTER, Names.VPC);
  }

  private static Statement from(LinkName link) {
    return Match.is(Meta.IIFNAME, Value.ifname(link.text()));
  }

  private static Statement to(LinkName link) {
    return Match.is(Meta.OIFNAME, Value.ifname(link.text()));
  }

  private static List<Chain> chains() {
    List<Rule> forward = new ArrayList<>();
    for (Prefix prefix : GatewayStage.PRIVATE) {
      boolean four = prefix.family() == Family.IPV4;
      forward.add(
          Gates.dropped(
              "igw-private",
              from(Names.VPC),
              to(Names.UPLINK),
              Match.in(four ? Payload.IP_DADDR : Payload.IP6_DADDR, Span.of(prefix))));
    }
    forward.add(
        Rule.of(
            "out",
            from(Names.VPC),
            to(Names.UPLINK),
            Lookup.in(BOUND, Payload.IP_SADDR),
            Verdict.accept()));
    forward.add(
        Rule.of(
            "out",
            from(Names.VPC),
            to(Names.UPLINK),
            Lookup.in(SIX, Payload.IP6_SADDR),
            Verdict.accept()));
    forward.add(
        Rule.of(
            "in",
            from(Names.UPLINK),
            to(Names.VPC),
            Lookup.in(BOUND, Payload.IP_DADDR),
            Verdict.accept()));
    forward.add(
        Rule.of(
            "in",
            from(Names.UPLINK),
            to(Names.VPC),
            Lookup.in(SIX, Payload.IP6_DADDR),
            Verdict.accept()));
    forward.add(Gates.dropped("igw"));
    return List.of(
        Chain.of(
            "b-in",
            Hook.nat(Hook.Point.PREROUTING, -100),
            Rule.of(
                "public to private",
                from(Names.UPLINK),
                Translate.dnat(Family.IPV4, Source.map(TO_PRIVATE, Payload.IP_DADDR)))),
        new Chain(
            new ChainName("b-forward"),
            Optional.of(Hook.filter(Hook.Point.FORWARD, 0, Hook.Policy.DROP)),
            forward),
        Chain.of(
            "b-out",
            Hook.nat(Hook.Point.POSTROUTING, 100),
            Rule.of(
                "private to public",
                to(Names.UPLINK),
                Translate.snat(Family.IPV4, Source.map(TO_PUBLIC, Payload.IP_SADDR)))),
        Gates.input());
  }

  private static List<NftSet> sets(GatewayStage gateway) {
    Map<Element, Datum> toPublic = new TreeMap<>();
    Map<Element, Datum> toPrivate = new TreeMap<>();
    for (GatewayStage.Mapping mapping : gateway.byPrivate()) {
      Value inside = Value.of(mapping.privateAddress());
      Value outside = Value.of(mapping.publicAddress());
      toPublic.put(Element.of(inside), Datum.of(outside));
      toPrivate.put(Element.of(outside), Datum.of(inside));
    }
    List<Element> six = new ArrayList<>();
    gateway.ipv6().forEach((address, _) -> six.add(Element.of(Value.of(address))));
    List<Type> four = List.of(Type.IPV4_ADDR);
    return List.of(
        NftSet.map(TO_PUBLIC.text(), four, false, four, toPublic),
        NftSet.map(TO_PRIVATE.text(), four, false, four, toPrivate),
        NftSet.set(BOUND.text(), four, false, toPublic.keySet()),
        NftSet.set(SIX.text(), List.of(Type.IPV6_ADDR), false, six));
  }
}
