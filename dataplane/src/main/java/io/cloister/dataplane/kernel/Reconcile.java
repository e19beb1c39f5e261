package io.cloister.dataplane.kernel;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The steps from what is there to what is wanted. Their order is a contract, the same for one rule
 * and for a whole network:
 *
 * <ol>
 *   <li>unplug every link that shouldn't be there, so that nothing passes by rules that go;
 *   <li>make namespaces, write sysctls, change filters;
 *   <li>end the connections of addresses that changed hands: the old owner can't use them any more,
 *       the new one can't yet;
 *   <li>plug links: make pairs, switch on;
 *   <li>addresses and neighbours;
 *   <li>routes, then the rules that choose among them, then remove old rules, then old routes;
 *   <li>remove namespaces.
 * </ol>
 *
 * Output depends on the two states alone, never on how they came about. Doing the steps twice does
 * nothing the second time.
 */
public final class Reconcile {
  private static final Prefix LINK_LOCAL = Prefix.of("fe80::/10");

  private final Table<NamespaceName, Namespace> wanted;
  private final Before before;

  /** The namespaces to bring into step. */
  private final Set<NamespaceName> names;

  /** Whose connections end; none before it is known what is there. */
  private final NavigableMap<NamespaceName, SortedSet<IpAddress>> forget = new TreeMap<>();

  private final NavigableMap<NamespaceName, Phases> phases = new TreeMap<>();
  private final List<Step> made = new ArrayList<>();

  private Reconcile(
      Table<NamespaceName, Namespace> wanted,
      Before before,
      Set<NamespaceName> names,
      Map<NamespaceName, SortedSet<IpAddress>> forget) {
    this.wanted = wanted;
    this.before = before;
    this.names = names;
    forget.forEach((name, addresses) -> this.forget.put(name, new TreeSet<>(addresses)));
  }

  /**
   * The steps from what was seen.
   *
   * @param wanted every namespace that should be there
   * @param seen every namespace of ours that is there
   * @throws IllegalArgumentException when the wanted links aren't pairs
   */
  public static List<Step> steps(
      Table<NamespaceName, Namespace> wanted, Map<NamespaceName, Seen> seen) {
    Set<NamespaceName> all = new TreeSet<>(wanted.keys().toList());
    all.addAll(seen.keySet());
    return steps(wanted, seen, all, Map.of());
  }

  /**
   * The steps from what was seen of some namespaces. Whatever is plugged in anew may have an
   * address that was another's when somebody last looked, so its connections end too.
   *
   * @param wanted every namespace that should be there
   * @param seen those that were looked at and are there
   * @param looked the names of all that were looked at; the others are as wanted
   * @param forget whose connections end, by the namespaces that may track them
   */
  public static List<Step> steps(
      Table<NamespaceName, Namespace> wanted,
      Map<NamespaceName, Seen> seen,
      Collection<NamespaceName> looked,
      Map<NamespaceName, SortedSet<IpAddress>> forget) {
    Set<NamespaceName> names = new TreeSet<>(looked);
    return new Reconcile(wanted, new Cabling(wanted, new TreeMap<>(seen), names), names, forget)
        .all();
  }

  /**
   * The steps from a state that was applied to the next, without looking. What both states share by
   * reference costs nothing.
   *
   * @throws IllegalArgumentException when the wanted links aren't pairs
   */
  public static List<Step> between(
      Table<NamespaceName, Namespace> applied, Table<NamespaceName, Namespace> wanted) {
    Set<NamespaceName> names = new TreeSet<>();
    applied.eachDifference(wanted, (name, _, _) -> names.add(name));
    return between(applied, wanted, names, Map.of());
  }

  /**
   * The same for some namespaces, of which each link's other end is one too if the link differs.
   *
   * @param forget whose connections end, by the namespaces that may track them
   */
  public static List<Step> between(
      Table<NamespaceName, Namespace> applied,
      Table<NamespaceName, Namespace> wanted,
      Collection<NamespaceName> differing,
      Map<NamespaceName, SortedSet<IpAddress>> forget) {
    return new Reconcile(wanted, new Applied(applied), new TreeSet<>(differing), forget).all();
  }

  private List<Step> all() {
    List<Step> ended = new ArrayList<>();
    for (NamespaceName name : names) {
      Optional<Namespace> now = wanted.get(name);
      if (now.isPresent()) {
        one(now.get());
      } else if (before.has(name)) {
        ended.add(new Step.DeleteNamespace(name));
      }
    }
    List<Step> steps = new ArrayList<>();
    gather(steps, Phases::unplug);
    steps.addAll(made);
    phases.values().forEach(phase -> steps.addAll(phase.prepare()));
    forget.forEach((name, addresses) -> {
      if (wanted.has(name)) {
        steps.add(new Step.Forget(name, addresses));
      }
    });
    gather(steps, Phases::plug);
    gather(steps, Phases::address);
    gather(steps, Phases::route);
    steps.addAll(ended);
    return List.copyOf(steps);
  }

  private void gather(List<Step> steps, Function<Phases, List<NetChange>> part) {
    phases.forEach((name, phase) -> {
      List<NetChange> changes = part.apply(phase);
      if (!changes.isEmpty()) {
        steps.add(new Step.Plumb(name, changes));
      }
    });
  }

  private void one(Namespace now) {
    Phases phase = new Phases();
    phases.put(now.name(), phase);
    Optional<Seen> found = before.seen(now);
    if (found.isEmpty()) {
      made.add(new Step.CreateNamespace(now.name()));
    }
    NamespaceDiff diff =
        new NamespaceDiff(now, found.orElseGet(() -> Seen.fresh(now.name())), phase);
    Linking linking = new Linking(now, phase, diff);
    before.links(now, linking);
    phase.plug().addAll(0, linking.pairs);
    diff.run();
  }

  /** Says what becomes of the links of one namespace. */
  private final class Linking implements Before.Links {
    private final Namespace now;
    private final Phases phase;
    private final NamespaceDiff diff;

    /** Made before any of them is switched on: many at once cost less. */
    private final List<NetChange> pairs = new ArrayList<>();

    Linking(Namespace now, Phases phase, NamespaceDiff diff) {
      this.now = now;
      this.phase = phase;
      this.diff = diff;
    }

    @Override
    public void gone(String name, int index) {
      phase.unplug().add(new NetChange.DeleteLink(name, index));
    }

    @Override
    public void plugged(Link link, boolean replaces) {
      LinkEnd here = new LinkEnd(now.name(), link.name());
      Link there = peer(here, link);
      // Each pair is made once.
      if (here.compareTo(link.peer()) < 0 || !names.contains(link.peer().namespace())) {
        pairs.add(new NetChange.CreatePair(link, there));
        if (before instanceof Cabling) {
          forget(here.namespace(), there);
          forget(link.peer().namespace(), link);
        }
      }
      diff.plugged(link, replaces);
    }

    @Override
    public void stays(Link link, SeenLink found) {
      peer(new LinkEnd(now.name(), link.name()), link);
      diff.stays(link, found);
    }
  }

  /**
   * The other end of a wanted link.
   *
   * @throws IllegalArgumentException when there is none that names this one as its peer
   */
  private Link peer(LinkEnd here, Link link) {
    return wanted
        .get(link.peer().namespace())
        .flatMap(other -> other.links().get(link.peer().link()))
        .filter(end -> end.peer().equals(here))
        .orElseThrow(
            () -> new IllegalArgumentException("not a pair: " + here + " and " + link.peer()));
  }

  /** Where packets are tracked, those of the other end's addresses. */
  private void forget(NamespaceName tracking, Link other) {
    Optional<Namespace> namespace = wanted.get(tracking);
    if (namespace.isEmpty() || namespace.get().nft().isEmpty() || !before.has(tracking)) {
      return;
    }
    other.addresses().stream()
        .map(InterfaceAddress::address)
        .filter(address -> !LINK_LOCAL.contains(address))
        .forEach(a -> forget.computeIfAbsent(tracking, _ -> new TreeSet<>()).add(a));
  }
}
