package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.Table;
import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All that a network namespace of ours should be. The loopback link is always there and up.
 *
 * @param name unique on the machine, in our run directory
 * @param sysctls path below {@code /proc/sys/net}, such as {@code ipv4/ip_forward}, to value.
 *     Written before any link is there, so {@code conf/default} counts for every link
 * @param links by name
 * @param loopback addresses of the loopback link besides 127.0.0.1 and ::1
 * @param routes by table and destination, besides those that addresses bring along
 * @param rules besides {@link PolicyRule#DEFAULTS}
 * @param nft the table {@code inet cloister}; none where nothing is filtered
 */
public record Namespace(
    NamespaceName name,
    SortedMap<String, String> sysctls,
    SortedMap<LinkName, Link> links,
    SortedSet<InterfaceAddress> loopback,
    SortedMap<Route.Key, Route> routes,
    SortedSet<PolicyRule> rules,
    Optional<Table> nft) {

  /** Copies what isn't unmodifiable. */
  public Namespace {
    sysctls = Sorted.copy(sysctls);
    links = Sorted.copy(links);
    loopback = Sorted.copy(loopback);
    routes = Sorted.copy(routes);
    rules = Sorted.copy(rules);
  }

  /**
   * A namespace of these.
   *
   * @throws IllegalArgumentException when two links have the same name, or two routes the same
   *     table and destination
   */
  public static Namespace of(
      NamespaceName name,
      Map<String, String> sysctls,
      Collection<Link> links,
      Collection<Route> routes,
      Collection<PolicyRule> rules,
      Optional<Table> nft) {
    return new Namespace(
        name,
        new TreeMap<>(sysctls),
        byKey(links, Link::name),
        new TreeSet<>(),
        byKey(routes, Route::key),
        new TreeSet<>(rules),
        nft);
  }

  /** A namespace with nothing but its loopback link. */
  public static Namespace empty(NamespaceName name) {
    return of(name, Map.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> byKey(
      Collection<V> values, Function<V, K> key) {
    SortedMap<K, V> sorted = new TreeMap<>();
    for (V value : values) {
      if (sorted.put(key.apply(value), value) != null) {
        throw new IllegalArgumentException("twice in one namespace: " + key.apply(value));
      }
    }
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** Everything, a line each, in a fixed order: for goldens and for people. */
  @Override
  public String toString() {
    return NamespaceText.of(this);
  }
}
