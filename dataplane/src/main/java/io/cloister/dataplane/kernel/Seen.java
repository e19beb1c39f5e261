package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.SeenTable;
import io.cloister.model.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A namespace of ours as it was found in the kernel, or as it was left there.
 *
 * @param name in our run directory
 * @param sysctls of the paths that were asked for; a path that can't be read is left out
 * @param links by name, without the loopback
 * @param loopbackUp whether the loopback link is up
 * @param loopback addresses of the loopback link besides 127.0.0.1 and ::1
 * @param routes that bear our mark
 * @param rules that our words can say, the default ones included
 * @param foreign what they can't say and shouldn't be there
 * @param nft our table
 */
public record Seen(
    NamespaceName name,
    SortedMap<String, String> sysctls,
    Table<String, SeenLink> links,
    boolean loopbackUp,
    SortedSet<InterfaceAddress> loopback,
    Table<Route.Key, Route> routes,
    Table<PolicyRule, PolicyRule> rules,
    List<Foreign> foreign,
    Optional<SeenTable> nft) {

  /** Copies what is small, the rest is given away or immutable. */
  public Seen {
    foreign = List.copyOf(foreign);
  }

  /** What a namespace looks like once it has been applied. */
  public static Seen of(Namespace applied) {
    Table<String, SeenLink> links = Table.empty();
    for (Link link : applied.links()) {
      links = links.with(link.name().text(), SeenLink.of(link));
    }
    return of(applied, links);
  }

  /** The same without its links, for those who know about them. */
  static Seen withoutLinks(Namespace applied) {
    return of(applied, Table.empty());
  }

  private static Seen of(Namespace applied, Table<String, SeenLink> links) {
    return new Seen(
        applied.name(),
        applied.sysctls(),
        links,
        true,
        applied.loopback(),
        applied.routes(),
        PolicyRule.withDefaults(applied.rules()),
        List.of(),
        applied.nft().map(SeenTable::of));
  }

  /** What a namespace looks like that was just made. */
  static Seen fresh(NamespaceName name) {
    return new Seen(
        name,
        new TreeMap<>(),
        Table.empty(),
        false,
        new TreeSet<>(),
        Table.empty(),
        PolicyRule.withDefaults(Table.empty()),
        List.of(),
        Optional.empty());
  }
}
