package io.cloister.dataplane.kernel.nft;

import io.cloister.model.table.Table;

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
    Table<ChainName, SeenChain> chains,
    Table<SetName, NftSet> sets,
    Table<TimeoutName, CtTimeout> timeouts,
    boolean strange) {

  /** What a table looks like once it has been applied. */
  public static SeenTable of(NftTable applied) {
    return new SeenTable(Table.widen(applied.chains()), applied.sets(), applied.timeouts(), false);
  }
}
