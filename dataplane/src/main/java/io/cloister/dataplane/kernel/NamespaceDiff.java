package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.NftChange;
import io.cloister.dataplane.kernel.nft.TableDiff;
import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.ArrayList;
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

  /** A link that is made anew; there may have been routes by one of its name. */
  void plugged(Link link, boolean replaces) {
    plugged.add(link.name());
    if (replaces) {
      shaken.add(link.name());
    }
    LinkDiff.run(link, Optional.empty(), false, phases);
  }

  /** A link that stays, and may differ. */
  void stays(Link link, SeenLink before) {
    boolean losing = seen.foreign().stream().anyMatch(f -> f.kind() == Foreign.Kind.ADDRESS);
    if (LinkDiff.run(link, Optional.of(before), losing, phases)) {
      shaken.add(link.name());
    }
  }

  /** Everything but the links, which were told before. */
  void run() {
    prepare();
    if (!seen.loopbackUp()) {
      phases.plug().add(new NetChange.LoopbackUp());
    }
    // What isn't ours goes first: an address takes neighbours of its link with it.
    phases.address().addAll(0, seen.foreign().stream().map(NetChange.DeleteForeign::new).toList());
    if (new LinkDiff("lo", wanted.loopback(), seen.loopback(), phases).addresses()) {
      wanted.links().forEach((name, _) -> shaken.add(name));
    }
    rules(routes());
  }

  private void prepare() {
    SortedMap<String, String> values = new TreeMap<>();
    if (!Sorted.same(wanted.sysctls(), seen.sysctls())) {
      for (Map.Entry<String, String> sysctl : wanted.sysctls().entrySet()) {
        if (!sysctl.getValue().equals(seen.sysctls().get(sysctl.getKey()))) {
          values.put(sysctl.getKey(), sysctl.getValue());
        }
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
    List<NetChange> changes = phases.route();
    seen.routes()
        .eachDifference(
            wanted.routes(),
            (_, before, after) -> {
              if (after.isEmpty()) {
                before
                    .filter(b -> !isGone(b))
                    .map(NetChange.DeleteRoute::new)
                    .ifPresent(removals::add);
              } else if (!before.equals(after)) {
                changes.add(new NetChange.PutRoute(after.get()));
              }
            });
    if (!shaken.isEmpty()) {
      for (Route route : wanted.routes()) {
        if (isLost(route) && seen.routes().get(route.key()).equals(Optional.of(route))) {
          changes.add(new NetChange.PutRoute(route));
        }
      }
    }
    return removals;
  }

  private void rules(List<NetChange> removals) {
    List<NetChange> changes = phases.route();
    List<NetChange> rulesGone = new ArrayList<>();
    seen.rules()
        .eachDifference(
            PolicyRule.withDefaults(wanted.rules()),
            (rule, before, after) -> {
              if (before.isEmpty()) {
                changes.add(new NetChange.AddRule(rule));
              } else if (after.isEmpty()) {
                rulesGone.add(new NetChange.DeleteRule(rule));
              }
            });
    changes.addAll(rulesGone);
    changes.addAll(removals);
  }

  /** Whether a route that isn't wanted went with its link. */
  private boolean isGone(Route route) {
    return route.target() instanceof Route.Via via
        && (plugged.contains(via.link()) || !wanted.links().has(via.link()));
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
