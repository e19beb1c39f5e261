package io.cloister.dataplane.plan;

import static io.cloister.dataplane.plan.Marks.OPENER;
import static io.cloister.dataplane.plan.Marks.OWN_DESTINATION;
import static io.cloister.dataplane.plan.Marks.OWN_SOURCE;
import static io.cloister.dataplane.plan.Marks.RESPONDER;
import static io.cloister.dataplane.plan.Marks.TRANSIT_IN;
import static io.cloister.dataplane.plan.Marks.TRANSIT_OUT;
import static io.cloister.dataplane.plan.Marks.UNTRACKED;
import static io.cloister.dataplane.plan.Marks.UNTRACKED_IN;
import static io.cloister.dataplane.plan.Marks.UNTRACKED_OUT;

import io.cloister.dataplane.kernel.nft.Assign;
import io.cloister.dataplane.kernel.nft.Cause;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Ct;
import io.cloister.dataplane.kernel.nft.CtState;
import io.cloister.dataplane.kernel.nft.Field;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.Log;
import io.cloister.dataplane.kernel.nft.Lookup;
import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.MatchBits;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.Source;
import io.cloister.dataplane.kernel.nft.Statement;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.dataplane.kernel.nft.VerdictLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chains of a VPC's router that are the same for every VPC.
 *
 * <p>A packet first shows that it may come from its link ({@code b-source}), which also says by
 * which table it is routed. Then it passes two gates that know nothing of each other: egress of the
 * link it came from ({@code b-egress}) and ingress of the link it goes to ({@code b-ingress}). Each
 * is a base chain of its own, so that an {@code accept} anywhere below one goes on with the other.
 *
 * <p>That a connection is established is never by itself a reason to pass: each gate looks for the
 * bit that it set when one of its rules admitted the first packet. Without it every packet, replies
 * too, is judged by the rules of its own direction, which is how AWS treats untracked flows.
 */
final class Gates {
  static final SetName OWN4 = new SetName("s-own4");
  static final SetName OWN6 = new SetName("s-own6");
  static final SetName LINKS = new SetName("s-links");
  static final SetName MINE4 = new SetName("s-mine4");
  static final SetName MINE6 = new SetName("s-mine6");
  static final SetName OUT = new SetName("s-out");
  static final SetName OUT_OTHER = new SetName("s-out-other");
  static final SetName IN = new SetName("s-in");
  static final SetName IN_OTHER = new SetName("s-in-other");

  static final ChainName ADMIT_OUT = new ChainName("a-out");
  static final ChainName ADMIT_OUT_ANY = new ChainName("a-out-any");
  static final ChainName ADMIT_IN = new ChainName("a-in");
  static final ChainName ADMIT_IN_ANY = new ChainName("a-in-any");
  static final ChainName OUT_TRANSIT = new ChainName("g-out-transit");
  static final ChainName IN_TRANSIT = new ChainName("g-in-transit");
  private static final ChainName OUT_OWN = new ChainName("g-out-own");
  private static final ChainName IN_OWN = new ChainName("g-in-own");

  /** The NFLOG group of dropped packets. */
  static final int LOG_GROUP = 1;

  /** Bytes of a dropped packet that are told: the headers. */
  static final int SNAPLEN = 96;

  private static final Statement ORIGINAL = Match.is(Ct.DIRECTION, Value.number(Type.CT_DIR, 0));
  private static final Statement REPLY = Match.is(Ct.DIRECTION, Value.number(Type.CT_DIR, 1));

  private Gates() {}

  static List<Chain> chains() {
    List<Chain> all = new ArrayList<>();
    all.add(source());
    all.add(
        Chain.of(
            "b-egress",
            Hook.filter(Hook.Point.FORWARD, 0, Hook.Policy.DROP),
            dropped("invalid", MatchBits.state(CtState.INVALID)),
            Rule.of("own source", mark(OWN_SOURCE), Verdict.go(OUT_OWN)),
            Rule.of("gateways and middleboxes", VerdictLookup.in(OUT_OTHER, Meta.IIFNAME)),
            dropped("sg-out")));
    all.add(
        Chain.of(
            "b-ingress",
            Hook.filter(Hook.Point.FORWARD, 10, Hook.Policy.DROP),
            Rule.of(
                "own destination",
                Lookup.in(MINE4, Meta.OIFNAME, Payload.IP_DADDR),
                Verdict.go(IN_OWN)),
            Rule.of(
                "own destination",
                Lookup.in(MINE6, Meta.OIFNAME, Payload.IP6_DADDR),
                Verdict.go(IN_OWN)),
            Rule.of("gateways and middleboxes", VerdictLookup.in(IN_OTHER, Meta.OIFNAME)),
            dropped("check-in")));
    all.add(gate(OUT_OWN, OPENER, RESPONDER, OUT, Meta.IIFNAME, "sg-out"));
    all.add(gate(OUT_TRANSIT, TRANSIT_OUT, TRANSIT_IN, OUT, Meta.IIFNAME, "sg-out"));
    all.add(inOwn());
    all.add(gate(IN_TRANSIT, TRANSIT_IN, TRANSIT_OUT, IN, Meta.OIFNAME, "sg-in"));
    all.add(admit(ADMIT_OUT, OWN_SOURCE, OPENER, TRANSIT_OUT));
    all.add(admit(ADMIT_IN, OWN_DESTINATION, RESPONDER, TRANSIT_IN));
    all.add(admitAny(ADMIT_OUT_ANY, UNTRACKED_OUT, ADMIT_OUT));
    all.add(admitAny(ADMIT_IN_ANY, UNTRACKED_IN, ADMIT_IN));
    all.add(Nowhere.gate());
    all.add(input());
    all.add(
        Chain.of(
            "b-output",
            Hook.filter(Hook.Point.OUTPUT, 0, Hook.Policy.DROP),
            Rule.of("errors", Match.is(Meta.L4PROTO, Value.proto(1)), Verdict.accept()),
            Rule.of("errors", Match.is(Meta.L4PROTO, Value.proto(58)), Verdict.accept())));
    return all;
  }

  /** What is sent to a router itself: there is nobody. */
  static Chain input() {
    return Chain.of(
        "b-input", Hook.filter(Hook.Point.INPUT, 0, Hook.Policy.DROP), dropped("router"));
  }

  private static Chain source() {
    return Chain.of(
        "b-source",
        Hook.filter(Hook.Point.PREROUTING, -150, Hook.Policy.DROP),
        Rule.of(
            "own source",
            Assign.mark(Source.map(OWN4, Meta.IIFNAME, Payload.IP_SADDR)),
            Verdict.accept()),
        Rule.of(
            "own source",
            Assign.mark(Source.map(OWN6, Meta.IIFNAME, Payload.IP6_SADDR)),
            Verdict.accept()),
        Rule.of(
            "gateways and middleboxes",
            Assign.mark(Source.map(LINKS, Meta.IIFNAME)),
            Verdict.accept()),
        dropped("check-out"));
  }

  /**
   * A gate: what it tracks passes, what is an error about something it let pass untracked passes,
   * and the rest is judged by the link's class.
   *
   * @param original the bit that says it tracks the connection, for packets of the opener's
   *     direction
   * @param reply the same for packets of the other direction
   */
  private static Chain gate(
      ChainName name, int original, int reply, SetName classes, Field link, String gate) {
    return new Chain(
        name,
        Optional.empty(),
        List.of(
            Rule.of("tracked", ORIGINAL, ctMark(original), Verdict.accept()),
            Rule.of("tracked", REPLY, ctMark(reply), Verdict.accept()),
            Rule.of(
                "error about an untracked flow",
                MatchBits.state(CtState.RELATED),
                ctMark(UNTRACKED),
                Verdict.accept()),
            Rule.of("class", VerdictLookup.in(classes, link)),
            dropped(gate)));
  }

  private static Chain inOwn() {
    List<Rule> rules =
        new ArrayList<>(gate(IN_OWN, RESPONDER, OPENER, IN, Meta.OIFNAME, "sg-in").rules());
    rules.add(
        rules.size() - 2,
        Rule.of("own destination", Assign.mark(Source.or(Meta.MARK, OWN_DESTINATION))));
    return new Chain(IN_OWN, Optional.empty(), rules);
  }

  /**
   * Admits, and from now on tracks: only the first direction, since a reply that had to be judged
   * belongs to a flow that this interface does not track.
   */
  private static Chain admit(ChainName name, int own, int bit, int transit) {
    return new Chain(
        name,
        Optional.empty(),
        List.of(
            Rule.of("reply of an untracked flow", REPLY, Verdict.accept()),
            Rule.of("track", mark(own), Assign.ctMark(Source.or(Ct.MARK, bit)), Verdict.accept()),
            Rule.of("track", Assign.ctMark(Source.or(Ct.MARK, transit)), Verdict.accept())));
  }

  private static Chain admitAny(ChainName name, int untracked, ChainName tracked) {
    return new Chain(
        name,
        Optional.empty(),
        List.of(
            Rule.of(
                "untracked",
                mark(untracked),
                Assign.ctMark(Source.or(Ct.MARK, UNTRACKED)),
                Verdict.accept()),
            Rule.of("tracked", Verdict.go(tracked))));
  }

  /** Drops what matches and tells which gate did. */
  static Rule dropped(String gate, Statement... matches) {
    List<Statement> statements = new ArrayList<>(List.of(matches));
    statements.add(new Log(LOG_GROUP, gate, SNAPLEN));
    statements.add(Verdict.drop());
    return new Rule(statements, new Cause(gate));
  }

  static Statement mark(int bits) {
    return MatchBits.allOf(Meta.MARK, Marks.value(bits));
  }

  private static Statement ctMark(int bits) {
    return MatchBits.allOf(Ct.MARK, Marks.value(bits));
  }
}
