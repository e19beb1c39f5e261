package io.cloister.dataplane.kernel.nft;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Our table as it is in the kernel, or as it was left there.
 *
 * @param chains by name
 * @param sets with all elements, by name
 * @param timeouts by name
 * @param strange whether it holds something that these words can't say, so that only making it anew
 *     puts it right
 */
public record SeenTable(
    SortedMap<ChainName, SeenChain> chains,
    SortedMap<SetName, NftSet> sets,
    SortedMap<TimeoutName, CtTimeout> timeouts,
    boolean strange) {

  /** Doesn't copy: the maps are given away or immutable. */
  public SeenTable {
    chains = Collections.unmodifiableSortedMap(chains);
    sets = Collections.unmodifiableSortedMap(sets);
    timeouts = Collections.unmodifiableSortedMap(timeouts);
  }

  /** What a table looks like once it has been applied. */
  public static SeenTable of(Table applied) {
    return new SeenTable(
        new TreeMap<>(applied.chains()), applied.sets(), applied.timeouts(), false);
  }
}
