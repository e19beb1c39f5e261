package io.cloister.dataplane.kernel.nft;

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

  /** Copies. */
  public Table {
    chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    timeouts = Collections.unmodifiableSortedMap(new TreeMap<>(timeouts));
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
    return sorted;
  }

  /** The whole table in nft's language, ready for {@code nft -f}. */
  @Override
  public String toString() {
    return TableText.of(this);
  }
}
