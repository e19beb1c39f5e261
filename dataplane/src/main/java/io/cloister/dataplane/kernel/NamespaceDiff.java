package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.NftChange;
import io.cloister.dataplane.kernel.nft.TableDiff;
import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes from a namespace that is there to the one that is wanted, links' pairs aside. */
final class NamespaceDiff {
  private final Namespace wanted;
  private final Seen seen;
  private final Phases phases;

  /** Links that are made anew, so that nothing of what was seen on them is left. */
  private final Set<LinkName> plugged = new TreeSet<>();

  /** Links whose routes the kernel may drop on the way. */
  private final Set<LinkName> shaken = new TreeSet<>();

  NamespaceDiff(Namespace wanted, Seen seen, Phases phases) {
    this.wanted = wanted;
    this.seen = seen;
    this.phases = phases;
  }

  /**
   * @param links that may differ
   * @param made links that are made anew
   */
  void run(Collection<Link> links, Set<LinkName> made) {
    plugged.addAll(made);
    shaken.addAll(made);
    prepare();
    if (!seen.loopbackUp()) {
      phases.plug().add(new NetChange.LoopbackUp());
    }
    seen.foreign().forEach(foreign -> phases.address().add(new NetChange.DeleteForeign(foreign)));
    boolean losing = seen.foreign().stream().anyMatch(f -> f.kind() == Foreign.Kind.ADDRESS);
    for (Link link : links) {
      if (LinkDiff.run(link, seenLink(link), losing, phases)) {
        shaken.add(link.name());
      }
    }
    if (new LinkDiff("lo", wanted.loopback(), seen.loopback(), phases).addresses()) {
      shaken.addAll(wanted.links().keySet());
    }
    rules(routes());
  }

  private Optional<SeenLink> seenLink(Link link) {
    return plugged.contains(link.name())
        ? Optional.empty()
        : Optional.ofNullable(seen.links().get(link.name().text()));
  }

  private void prepare() {
    SortedMap<String, String> values = new TreeMap<>();
    for (Map.Entry<String, String> sysctl : wanted.sysctls().entrySet()) {
      if (!sysctl.getValue().equals(seen.sysctls().get(sysctl.getKey()))) {
        values.put(sysctl.getKey(), sysctl.getValue());
      }
    }
    if (!values.isEmpty()) {
      phases.prepare().add(new Step.WriteSysctls(wanted.name(), values));
    }
    List<NftChange> changes = TableDiff.changes(wanted.nft(), seen.nft());
    if (!changes.isEmpty()) {
      phases.prepare().add(new Step.Filter(wanted.name(), changes));
    }
  }

  /** Sets routes, and gives the removals, which come after the rules that may use them. */
  private List<NetChange> routes() {
    List<NetChange> removals = new ArrayList<>();
    if (Sorted.same(seen.routes(), wanted.routes()) && shaken.isEmpty()) {
      return removals;
    }
    List<NetChange> changes = phases.route();
    Sorted.compare(
        seen.routes(),
        wanted.routes(),
        new Sorted.Differences<Route.Key, Route, Route>() {
          @Override
          public void gone(Route.Key key, Route before) {
            if (!isGone(before)) {
              removals.add(new NetChange.DeleteRoute(before));
            }
          }

          @Override
          public void both(Route.Key key, Route before, Route after) {
            if (!after.equals(before) || isLost(after)) {
              changes.add(new NetChange.PutRoute(after));
            }
          }

          @Override
          public void added(Route.Key key, Route after) {
            changes.add(new NetChange.PutRoute(after));
          }
        });
    return removals;
  }

  private void rules(List<NetChange> removals) {
    List<NetChange> changes = phases.route();
    Set<PolicyRule> rules = new TreeSet<>(PolicyRule.DEFAULTS);
    rules.addAll(wanted.rules());
    for (PolicyRule rule : rules) {
      if (!seen.rules().contains(rule)) {
        changes.add(new NetChange.AddRule(rule));
      }
    }
    for (PolicyRule rule : seen.rules()) {
      if (!rules.contains(rule)) {
        changes.add(new NetChange.DeleteRule(rule));
      }
    }
    changes.addAll(removals);
  }

  /** Whether a route that isn't wanted went with its link. */
  private boolean isGone(Route route) {
    return route.target() instanceof Route.Via via
        && (plugged.contains(via.link()) || !wanted.links().containsKey(via.link()));
  }

  /**
   * Whether a route that was seen may be gone by the time that routes are set: with its link, or
   * with an address. The kernel drops all IPv4 routes of a link that loses its last address, and
   * those that name a lost address as their source.
   */
  private boolean isLost(Route route) {
    return route.target() instanceof Route.Via via
        && (shaken.contains(via.link()) || (via.source().isPresent() && !shaken.isEmpty()));
  }
}
