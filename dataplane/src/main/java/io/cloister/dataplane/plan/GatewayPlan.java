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
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.Source;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Statement;
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
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** A gateway that translates nothing yet. */
  static Namespace first(GatewayStage gateway, Timing timing) {
    NamespaceName name = Names.gateway(gateway.id());
    NamespaceName vpc = Names.router(gateway.vpc());
    LinkEnd router = new LinkEnd(vpc, Names.GATEWAY);
    LinkEnd net = new LinkEnd(Names.NET, Names.uplink(gateway.id()));
    Namespace plain =
        Namespace.of(
            name,
            Settings.tracking(timing),
            List.of(
                other(name + "/" + Names.VPC, router, Names.VPC, Port.MTU),
                other(name + "/" + Names.UPLINK, net, Names.UPLINK, GatewayStage.MTU)),
            Stream.of(Family.values())
                .map(f -> Route.via(Route.MAIN, f.everything(), Names.ROUTER, Names.UPLINK))
                .toList(),
            List.of(),
            Optional.of(NftTable.of(chains(), sets(), List.of())));
    return new Namespace(
        name,
        vpc,
        plain.sysctls(),
        plain.links(),
        Names.OF_GATEWAY,
        plain.routes(),
        plain.rules(),
        plain.nft());
  }

  /** The gateway's next version; without an earlier one it is made from the first. */
  static Namespace next(Namespace namespace, Optional<GatewayStage> before, GatewayStage now) {
    var byPrivate = before.map(GatewayStage::byPrivate).orElse(Table.empty());
    var ipv6 = before.map(GatewayStage::ipv6).orElse(Table.empty());
    Draft draft = new Draft(namespace);
    Sink gone = draft.removing();
    Sink made = draft.adding();
    byPrivate.eachDifference(
        now.byPrivate(), (_, was, _) -> was.ifPresent(mapping -> mapping(mapping, gone)));
    ipv6.eachDifference(now.ipv6(), (address, was, _) -> was.ifPresent(_ -> six(address, gone)));
    byPrivate.eachDifference(
        now.byPrivate(), (_, _, is) -> is.ifPresent(mapping -> mapping(mapping, made)));
    ipv6.eachDifference(now.ipv6(), (address, _, is) -> is.ifPresent(_ -> six(address, made)));
    return draft.done();
  }

  private static void mapping(GatewayStage.Mapping mapping, Sink sink) {
    Value inside = Value.of(mapping.privateAddress());
    Value outside = Value.of(mapping.publicAddress());
    sink.route(inside(mapping.privateAddress()));
    sink.element(TO_PUBLIC, Element.of(inside), Datum.of(outside));
    sink.element(TO_PRIVATE, Element.of(outside), Datum.of(inside));
    sink.element(BOUND, Element.of(inside), Datum.NONE);
  }

  private static void six(IpAddress address, Sink sink) {
    sink.route(inside(address));
    sink.element(SIX, Element.of(Value.of(address)), Datum.NONE);
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

  private static List<NftSet> sets() {
    List<Type> four = List.of(Type.IPV4_ADDR);
    return List.of(
        NftSet.map(TO_PUBLIC.text(), four, false, four, Map.of()),
        NftSet.map(TO_PRIVATE.text(), four, false, four, Map.of()),
        NftSet.set(BOUND.text(), four, false, List.of()),
        NftSet.set(SIX.text(), List.of(Type.IPV6_ADDR), false, List.of()));
  }
}
