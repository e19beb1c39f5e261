package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The one table of a namespace, {@code inet cloister}: everything by name.
 *
 * @param chains by name
 * @param sets sets and maps by name
 * @param timeouts connection timeout policies by name
 */
public record Table(
    SortedMap<ChainName, Chain> chains,
    SortedMap<SetName, NftSet> sets,
    SortedMap<TimeoutName, CtTimeout> timeouts) {

  /** The name of our table; tables of other names aren't ours. */
  public static final String NAME = "cloister";

  /** A table without anything. */
  public static final Table EMPTY = of(List.of(), List.of(), List.of());

  /** Copies what isn't unmodifiable. */
  public Table {
    chains = Sorted.copy(chains);
    sets = Sorted.copy(sets);
    timeouts = Sorted.copy(timeouts);
  }

  /**
   * A table of these.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public static Table of(
      Collection<Chain> chains, Collection<NftSet> sets, Collection<CtTimeout> timeouts) {
    return new Table(
        byName(chains, Chain::name), byName(sets, NftSet::name), byName(timeouts, CtTimeout::name));
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> byName(
      Collection<V> values, Function<V, K> name) {
    SortedMap<K, V> sorted = new TreeMap<>();
    for (V value : values) {
      if (sorted.put(name.apply(value), value) != null) {
        throw new IllegalArgumentException("twice in one table: " + name.apply(value));
      }
    }
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** The whole table in nft's language, ready for {@code nft -f}. */
  @Override
  public String toString() {
    return TableText.of(this);
  }
}
