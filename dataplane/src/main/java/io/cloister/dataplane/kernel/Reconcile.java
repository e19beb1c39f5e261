package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.sorted.Sorted;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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

  private final Cabling cabling;

  /** The namespaces to bring into step, those whose links are right among them. */
  private final Set<NamespaceName> names;

  /** Whose connections end; none before it is known what is there. */
  private final NavigableMap<NamespaceName, SortedSet<IpAddress>> forget = new TreeMap<>();

  private final NavigableMap<NamespaceName, Phases> phases = new TreeMap<>();
  private final List<Step> made = new ArrayList<>();

  /** Whether it isn't known how what is there came about. */
  private final boolean observed;

  private Reconcile(
      Cabling cabling,
      Set<NamespaceName> names,
      Map<NamespaceName, SortedSet<IpAddress>> forget,
      boolean observed) {
    this.cabling = cabling;
    this.names = names;
    this.observed = observed;
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
      Map<NamespaceName, Namespace> wanted, Map<NamespaceName, Seen> seen) {
    return steps(wanted, seen, Map.of());
  }

  /**
   * The steps from what was seen. Whatever is plugged in anew may have an address that was
   * another's when somebody last looked, so its connections end too.
   *
   * @param forget whose connections end, by the namespaces that may track them
   */
  public static List<Step> steps(
      Map<NamespaceName, Namespace> wanted,
      Map<NamespaceName, Seen> seen,
      Map<NamespaceName, SortedSet<IpAddress>> forget) {
    Set<NamespaceName> all = new TreeSet<>(wanted.keySet());
    return new Reconcile(new Cabling(wanted, new TreeMap<>(seen), all), all, forget, true).all();
  }

  /**
   * The steps from a state that was applied to the next, without looking. What both states share by
   * reference costs nothing.
   *
   * @throws IllegalArgumentException when the wanted links aren't pairs
   */
  public static List<Step> between(
      Map<NamespaceName, Namespace> applied, Map<NamespaceName, Namespace> wanted) {
    return between(applied, wanted, Map.of());
  }

  /**
   * The same.
   *
   * @param forget whose connections end, by the namespaces that may track them
   */
  public static List<Step> between(
      Map<NamespaceName, Namespace> applied,
      Map<NamespaceName, Namespace> wanted,
      Map<NamespaceName, SortedSet<IpAddress>> forget) {
    Map<NamespaceName, Seen> seen = new TreeMap<>();
    Set<NamespaceName> names = new TreeSet<>();
    Set<NamespaceName> replugged = new TreeSet<>();
    Sorted.compare(
        sorted(applied),
        sorted(wanted),
        new Sorted.Differences<NamespaceName, Namespace, Namespace>() {
          @Override
          public void gone(NamespaceName name, Namespace before) {
            seen.put(name, Seen.of(before));
          }

          @Override
          public void both(NamespaceName name, Namespace before, Namespace after) {
            if (Sorted.same(before, after)) {
              return;
            }
            names.add(name);
            if (before.links().equals(after.links())) {
              seen.put(name, Seen.withoutLinks(before));
            } else {
              seen.put(name, Seen.of(before));
              replugged.add(name);
            }
          }

          @Override
          public void added(NamespaceName name, Namespace after) {
            names.add(name);
            replugged.add(name);
          }
        });
    return new Reconcile(new Cabling(wanted, seen, replugged), names, forget, false).all();
  }

  private static SortedMap<NamespaceName, Namespace> sorted(
      Map<NamespaceName, Namespace> namespaces) {
    return namespaces instanceof SortedMap<NamespaceName, Namespace> sorted
        ? sorted
        : new TreeMap<>(namespaces);
  }

  private List<Step> all() {
    for (NamespaceName name : names) {
      Namespace wanted = cabling.wanted().get(name);
      if (wanted != null) {
        one(wanted, Optional.ofNullable(cabling.seen().get(name)));
      }
    }
    List<Step> steps = new ArrayList<>();
    gather(steps, Phases::unplug);
    steps.addAll(made);
    phases.values().forEach(phase -> steps.addAll(phase.prepare()));
    forget.forEach((name, addresses) -> {
      if (cabling.wanted().containsKey(name)) {
        steps.add(new Step.Forget(name, addresses));
      }
    });
    gather(steps, Phases::plug);
    gather(steps, Phases::address);
    gather(steps, Phases::route);
    for (NamespaceName name : cabling.seen().keySet()) {
      if (!cabling.wanted().containsKey(name)) {
        steps.add(new Step.DeleteNamespace(name));
      }
    }
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

  private void one(Namespace wanted, Optional<Seen> found) {
    Phases phase = new Phases();
    phases.put(wanted.name(), phase);
    if (found.isEmpty()) {
      made.add(new Step.CreateNamespace(wanted.name()));
    }
    Seen seen = found.orElseGet(() -> Seen.fresh(wanted.name()));
    if (cabling.changed().contains(wanted.name())) {
      Set<LinkName> plugged = plug(wanted, seen, phase);
      new NamespaceDiff(wanted, seen, phase).run(wanted.links().values(), plugged);
    } else {
      new NamespaceDiff(wanted, seen, phase).run(List.of(), Set.of());
    }
  }

  /** Where packets are tracked, those of the other end's addresses. */
  private void forget(NamespaceName tracking, Link other) {
    Namespace namespace = cabling.wanted().get(tracking);
    if (namespace == null || namespace.nft().isEmpty() || !cabling.seen().containsKey(tracking)) {
      return;
    }
    other.addresses().stream()
        .map(InterfaceAddress::address)
        .filter(address -> !LINK_LOCAL.contains(address))
        .forEach(a -> forget.computeIfAbsent(tracking, _ -> new TreeSet<>()).add(a));
  }

  /** Removes links that don't stand, and makes those that are missing; which ones. */
  private Set<LinkName> plug(Namespace wanted, Seen seen, Phases phase) {
    for (SeenLink link : seen.links().values()) {
      if (!cabling.stands(wanted, link)) {
        phase.unplug().add(new NetChange.DeleteLink(link.name(), link.index()));
      }
    }
    Set<LinkName> plugged = new TreeSet<>();
    for (Link link : wanted.links().values()) {
      LinkEnd here = new LinkEnd(wanted.name(), link.name());
      Link there = cabling.peer(here, link);
      if (!cabling.stands(wanted, link)) {
        plugged.add(link.name());
        if (cabling.makes(here, link)) {
          phase.plug().add(new NetChange.CreatePair(link, there));
          if (observed) {
            forget(here.namespace(), there);
            forget(link.peer().namespace(), link);
          }
        }
      }
    }
    return plugged;
  }
}
