package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.nft.NftChange.AddTable;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes from a table that is there to the one that is wanted. Their order is a contract: what
 * is referred to is made before, and goes after nothing refers to it any more. What the kernel
 * can't change in place (a hook, the shape of a set, a timeout) makes the whole table anew, in the
 * same transaction: rare, and right whatever refers to it.
 */
public final class TableDiff {
  private TableDiff() {}

  /** The changes in order; none when all is as it should be. */
  public static List<NftChange> changes(Optional<NftTable> wanted, Optional<SeenTable> seen) {
    if (wanted.isEmpty()) {
      return seen.isPresent() ? List.of(new DeleteTable()) : List.of();
    }
    if (seen.isEmpty()) {
      return anew(wanted.get(), List.of(new AddTable()));
    }
    TableChanges diff = new TableChanges();
    diff.compare(wanted.get(), seen.get());
    return diff.isInPlace()
        ? diff.inOrder()
        : anew(wanted.get(), List.of(new DeleteTable(), new AddTable()));
  }

  private static List<NftChange> anew(NftTable wanted, List<NftChange> before) {
    TableChanges diff = new TableChanges();
    diff.compare(wanted, SeenTable.of(NftTable.EMPTY));
    List<NftChange> changes = new ArrayList<>(before);
    changes.addAll(diff.inOrder());
    return changes;
  }
}
