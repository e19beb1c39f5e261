package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.SortedMap;

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
    SortedMap<ChainName, ? extends SeenChain> chains,
    SortedMap<SetName, NftSet> sets,
    SortedMap<TimeoutName, CtTimeout> timeouts,
    boolean strange) {

  /** Copies what isn't unmodifiable. */
  public SeenTable {
    chains = Sorted.copy(chains);
    sets = Sorted.copy(sets);
    timeouts = Sorted.copy(timeouts);
  }

  /** What a table looks like once it has been applied. */
  public static SeenTable of(Table applied) {
    return new SeenTable(applied.chains(), applied.sets(), applied.timeouts(), false);
  }
}
