package io.cloister.dataplane.kernel.nft;

import io.cloister.model.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The one table of a namespace, {@code inet cloister}: everything by name.
 *
 * @param chains by name
 * @param sets sets and maps by name
 * @param timeouts connection timeout policies by name
 */
public record NftTable(
    Table<ChainName, Chain> chains,
    Table<SetName, NftSet> sets,
    Table<TimeoutName, CtTimeout> timeouts) {

  /** The name of our table; tables of other names aren't ours. */
  public static final String NAME = "cloister";

  /** A table without anything. */
  public static final NftTable EMPTY = of(List.of(), List.of(), List.of());

  /**
   * A table of these.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public static NftTable of(
      Collection<Chain> chains, Collection<NftSet> sets, Collection<CtTimeout> timeouts) {
    return new NftTable(
        byName(chains, Chain::name), byName(sets, NftSet::name), byName(timeouts, CtTimeout::name));
  }

  private static <K extends Comparable<K>, V> Table<K, V> byName(
      Collection<V> values, Function<V, K> name) {
    Table<K, V> sorted = Table.empty();
    for (V value : values) {
      if (sorted.has(name.apply(value))) {
        throw new IllegalArgumentException("twice in one table: " + name.apply(value));
      }
      sorted = sorted.with(name.apply(value), value);
    }
    return sorted;
  }

  /** The whole table in nft's language, ready for {@code nft -f}. */
  @Override
  public String toString() {
    return TableText.of(this);
  }
}
