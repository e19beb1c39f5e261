package io.cloister.dataplane.kernel.nft;

import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table that uses every word once. */
public final class Samples {
  private Samples() {}

  /** Every statement, every shape of set, every kind of chain. */
  public static NftTable everything() {
    return NftTable.of(chains(), sets(), timeouts());
  }

  static List<CtTimeout> timeouts() {
    return List.of(
        new CtTimeout(
            new TimeoutName("t-tcp"),
            CtTimeout.Protocol.TCP,
            new TreeMap<>(Map.of(CtTimeout.State.ESTABLISHED, 350))),
        new CtTimeout(
            new TimeoutName("t-udp"),
            CtTimeout.Protocol.UDP,
            new TreeMap<>(Map.of(CtTimeout.State.UNREPLIED, 30, CtTimeout.State.REPLIED, 180))));
  }

  static List<NftSet> sets() {
    return List.of(
        NftSet.map(
            "s-source",
            List.of(Type.IFNAME, Type.IPV4_ADDR),
            false,
            List.of(Type.MARK),
            Map.of(
                Element.of(Value.ifname("eni-1"), address("10.0.0.4")),
                Datum.of(Value.mark(0x101)),
                Element.of(Value.ifname("eni-2"), address("10.0.0.5")),
                Datum.of(Value.mark(0x102)))),
        NftSet.set(
            "s-addresses",
            List.of(Type.IPV4_ADDR),
            true,
            List.of(
                Element.of(Span.of(Prefix.of("10.0.0.0/8"))),
                Element.of(Span.of(Prefix.of("192.168.1.0/24"))),
                Element.of(Span.of(address("255.255.255.255"))))),
        NftSet.set(
            "s-six",
            List.of(Type.IPV6_ADDR),
            true,
            List.of(Element.of(Span.of(Prefix.of("2001:db8::/32"))))),
        NftSet.set(
            "s-members",
            List.of(Type.IFNAME, Type.IPV6_ADDR),
            false,
            List.of(Element.of(Value.ifname("eni-1"), address("2001:db8::4")))),
        NftSet.set("s-empty", List.of(Type.INET_SERVICE), false, List.of()),
        NftSet.verdicts(
            "s-acl",
            List.of(Type.IPV4_ADDR, Type.INET_PROTO, Type.INET_SERVICE),
            true,
            Map.of(
                new Element(
                    List.of(
                        Span.of(Prefix.of("10.0.0.0/8")),
                        Span.of(Value.proto(6)),
                        Span.of(new PortRange(80, 90)))),
                Datum.of(Verdict.accept()),
                new Element(
                    List.of(
                        Span.of(Prefix.of("10.0.0.0/8")),
                        Span.of(Value.proto(17)),
                        Span.all(Type.INET_SERVICE))),
                Datum.of(Verdict.jump(new ChainName("c-group"))))),
        NftSet.verdicts(
            "s-links",
            List.of(Type.IFNAME),
            false,
            Map.of(
                Element.of(Value.ifname("eni-1")), Datum.of(Verdict.go(new ChainName("c-group"))))),
        NftSet.map(
            "s-dnat",
            List.of(Type.IPV4_ADDR),
            false,
            List.of(Type.IPV4_ADDR),
            Map.of(Element.of(address("198.18.0.1")), Datum.of(address("10.0.0.4")))),
        NftSet.map(
            "s-listener",
            List.of(Type.IPV4_ADDR, Type.INET_SERVICE),
            false,
            List.of(Type.IPV4_ADDR, Type.INET_SERVICE),
            Map.of(
                Element.of(address("10.0.9.9"), Value.port(80)),
                Datum.of(address("10.0.0.4"), Value.port(8080)))));
  }

  static Value address(String text) {
    return Value.of(IpAddress.of(text));
  }

  static SetName set(String name) {
    return new SetName(name);
  }

  static List<Chain> chains() {
    return List.of(
        Chain.of(
            "b-prerouting",
            Hook.filter(Hook.Point.PREROUTING, -150, Hook.Policy.DROP),
            Rule.of(
                "anti-spoofing",
                Assign.mark(Source.map(set("s-source"), Meta.IIFNAME, Payload.IP_SADDR)),
                Verdict.accept()),
            Rule.of(
                "timeout",
                MatchBits.allOf(Payload.TCP_FLAGS, Value.number(Type.TCP_FLAG, 2)),
                new UseTimeout(new TimeoutName("t-tcp")))),
        Chain.of(
            "b-egress",
            Hook.filter(Hook.Point.FORWARD, 0, Hook.Policy.ACCEPT),
            Rule.of("invalid", MatchBits.state(CtState.INVALID), Verdict.drop()),
            Rule.of(
                "links",
                Match.is(Ct.DIRECTION, Value.number(Type.CT_DIR, 0)),
                VerdictLookup.in(set("s-links"), Meta.IIFNAME)),
            Rule.of(
                "acl",
                VerdictLookup.in(set("s-acl"), Payload.IP_SADDR, Meta.L4PROTO, Payload.TH_DPORT))),
        Chain.of(
            "b-nat-in",
            Hook.nat(Hook.Point.PREROUTING, -100),
            Rule.of(
                "eip", Translate.dnat(Family.IPV4, Source.map(set("s-dnat"), Payload.IP_DADDR))),
            Rule.of(
                "listener",
                Translate.dnatWithPort(
                    Family.IPV4,
                    Source.map(set("s-listener"), Payload.IP_DADDR, Payload.TCP_DPORT)))),
        Chain.of(
            "b-nat-out",
            Hook.nat(Hook.Point.POSTROUTING, 100),
            Rule.of(
                "nat",
                Match.is(Meta.L4PROTO, Value.proto(17)),
                Translate.snat(
                    Family.IPV4, Source.of(address("198.18.0.9")), new PortRange(10536, 65535))),
            Rule.of("nat6", Translate.snat(Family.IPV6, Source.of(address("2001:db8::9"))))),
        Chain.of(
            "b-raw",
            Hook.filter(Hook.Point.PREROUTING, -450, Hook.Policy.ACCEPT),
            Rule.of(
                "fragments",
                MatchBits.anyOf(Payload.IP_FRAG_OFF, Value.number(Type.SHORT, 0x3fff)),
                new Counter(),
                Verdict.drop())),
        Chain.of(
            "c-group",
            Rule.of(
                "sgr-1",
                Lookup.in(set("s-addresses"), Payload.IP_SADDR),
                Match.in(Payload.TCP_DPORT, Span.of(new PortRange(80, 90))),
                Assign.ctMark(Source.or(Ct.MARK, 1)),
                Verdict.accept()),
            Rule.of(
                "sgr-2",
                Lookup.in(set("s-members"), Meta.IIFNAME, Payload.IP6_SADDR),
                Match.is(Payload.UDP_DPORT, Value.port(53)),
                Assign.ctMark(Source.replace(Ct.MARK, 0xff, 0x12)),
                Verdict.accept()),
            Rule.of(
                "sgr-3",
                Match.is(Payload.ICMP_TYPE, Value.number(Type.ICMP_TYPE, 3)),
                Match.is(Payload.ICMP_CODE, Value.number(Type.ICMP_CODE, 4)),
                Assign.mark(Source.copy(Ct.MARK)),
                new Verdict.Return()),
            Rule.of(
                "sgr-4",
                Match.not(Meta.OIFNAME, Value.ifname("eni-2")),
                Match.in(Payload.IP_DADDR, Span.of(Prefix.of("10.1.0.0/20"))),
                MatchBits.allOf(Meta.MARK, Value.mark(0xf0)),
                Verdict.jump(new ChainName("c-other"))),
            Rule.of(
                "reset", Match.is(Meta.L4PROTO, Value.proto(6)), new Reject(Reject.With.TCP_RESET)),
            Rule.of("last", new Log(7, "in eni-1 sg", 128), Verdict.drop())),
        Chain.of(
            "c-other",
            Rule.of(
                "six",
                Match.in(Payload.IP6_DADDR, Span.of(Prefix.of("2001:db8::/32"))),
                Match.is(Payload.ICMPV6_TYPE, Value.number(Type.ICMPV6_TYPE, 2)),
                new Reject(Reject.With.ADMIN_PROHIBITED))));
  }
}
