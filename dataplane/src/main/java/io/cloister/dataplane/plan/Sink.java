package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.SetName;

/**
 * Is told what a small piece of the network, such as a port or a route, contributes to a namespace:
 * either to add it or to withdraw it. A namespace is the sum of such contributions, so a change
 * costs what its pieces contribute, and planning from nothing is no other way than planning a step.
 */
interface Sink {
  /** One end of a pair. */
  void link(Link link);

  /** A route. */
  void route(Route route);

  /** A rule that chooses a table. */
  void rule(PolicyRule rule);

  /** A chain. */
  void chain(Chain chain);

  /** A set that others contribute elements to; withdrawn with all of them. */
  void set(NftSet set);

  /** An element of a set that is there. */
  void element(SetName set, Element element, Datum datum);
}
