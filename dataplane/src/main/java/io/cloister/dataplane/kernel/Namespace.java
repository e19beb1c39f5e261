package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.kernel.sorted.Sorted;
import io.cloister.model.table.Table;
import java.util.Collection;
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
 * @param lead the namespace with which it is brought into step, itself if with none: a router for
 *     what is plugged into it. What has different leads may be changed at the same time
 * @param sysctls path below {@code /proc/sys/net}, such as {@code ipv4/ip_forward}, to value.
 *     Written before any link is there, so {@code conf/default} counts for every link
 * @param links by name
 * @param loopback addresses of the loopback link besides 127.0.0.1 and ::1
 * @param routes by table and destination, besides those that addresses bring along
 * @param rules besides {@link PolicyRule#DEFAULTS}, each under itself
 * @param nft the table {@code inet cloister}; none where nothing is filtered
 */
public record Namespace(
    NamespaceName name,
    NamespaceName lead,
    SortedMap<String, String> sysctls,
    Table<LinkName, Link> links,
    SortedSet<InterfaceAddress> loopback,
    Table<Route.Key, Route> routes,
    Table<PolicyRule, PolicyRule> rules,
    Optional<NftTable> nft) {

  /** Copies what isn't unmodifiable. */
  public Namespace {
    sysctls = Sorted.copy(sysctls);
    loopback = Sorted.copy(loopback);
  }

  /**
   * A namespace of these, which is its own lead.
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
      Optional<NftTable> nft) {
    return new Namespace(
        name,
        name,
        new TreeMap<>(sysctls),
        byKey(links, Link::name),
        new TreeSet<>(),
        byKey(routes, Route::key),
        byKey(rules, rule -> rule),
        nft);
  }

  /** A namespace with nothing but its loopback link. */
  public static Namespace empty(NamespaceName name) {
    return of(name, Map.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  private static <K extends Comparable<K>, V> Table<K, V> byKey(
      Collection<V> values, Function<V, K> key) {
    Table<K, V> sorted = Table.empty();
    for (V value : values) {
      if (sorted.has(key.apply(value))) {
        throw new IllegalArgumentException("twice in one namespace: " + key.apply(value));
      }
      sorted = sorted.with(key.apply(value), value);
    }
    return sorted;
  }

  /** The same, brought into step with another. */
  public Namespace ledBy(NamespaceName other) {
    return new Namespace(name, other, sysctls, links, loopback, routes, rules, nft);
  }

  /** Everything, a line each, in a fixed order: for goldens and for people. */
  @Override
  public String toString() {
    return NamespaceText.of(this);
  }
}
