package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.Optional;

/**
 * Where a router sends what has no way: a link to itself, behind a gate that drops and tells
 * everything. The kernel's own blackhole routes drop as silently as AWS, but nobody could find out
 * then what became of a packet, nor would the sender's egress gate have judged it first. Looking
 * the way up in a rule instead ({@code fib}) would cost every packet a second lookup; this costs a
 * packet that has a way nothing.
 */
final class Nowhere {
  static final LinkName LINK = new LinkName("nowhere");
  private static final LinkName END = new LinkName("nowhere-end");
  private static final ChainName GATE = new ChainName("g-nowhere");

  /** The largest there is: before the gate nothing must be called too big. */
  private static final int MTU = 65535;

  private Nowhere() {}

  /** Both ends of the link; nothing is ever sent on it. */
  static List<Link> links(NamespaceName router) {
    return List.of(link(router, LINK, END), link(router, END, LINK));
  }

  private static Link link(NamespaceName router, LinkName name, LinkName other) {
    return RouterPlan.link(
        router, name, MTU, new LinkEnd(router, other), Names.mac(router + "/" + other));
  }

  /** The route of a destination that leads nowhere. */
  static Route route(int table, Prefix destination) {
    return Route.via(table, destination, Names.OTHER, LINK);
  }

  /** The gate, for a table that has a verdict for each link. */
  static Chain gate() {
    return new Chain(GATE, Optional.empty(), List.of(Gates.dropped("no-route")));
  }

  static ChainName gateName() {
    return GATE;
  }

  /** The gate, for a router that lets everything else pass. */
  static Chain only() {
    return Chain.of(
        "b-forward",
        Hook.filter(Hook.Point.FORWARD, 0, Hook.Policy.ACCEPT),
        Gates.dropped("no-route", Match.is(Meta.OIFNAME, Value.ifname(LINK.text()))));
  }
}
