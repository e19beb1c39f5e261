package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.nft.NftChange.AddChain;
import io.cloister.dataplane.kernel.nft.NftChange.AddElements;
import io.cloister.dataplane.kernel.nft.NftChange.AddRules;
import io.cloister.dataplane.kernel.nft.NftChange.AddSet;
import io.cloister.dataplane.kernel.nft.NftChange.AddTable;
import io.cloister.dataplane.kernel.nft.NftChange.AddTimeout;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteChain;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteElements;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteSet;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteTable;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteTimeout;
import io.cloister.dataplane.kernel.nft.NftChange.FlushChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The changes from a table that is there to the one that is wanted. Their order is a contract: what
 * is referred to is made before, and goes after nothing refers to it any more. What the kernel
 * can't change in place (a hook, the shape of a set, a timeout) makes the whole table anew, in the
 * same transaction: rare, and right whatever refers to it.
 */
public final class TableDiff {
  private final Table wanted;
  private final SeenTable seen;
  private final List<NftChange> changes = new ArrayList<>();

  private TableDiff(Table wanted, SeenTable seen) {
    this.wanted = wanted;
    this.seen = seen;
  }

  /** The changes in order; none when all is as it should be. */
  public static List<NftChange> changes(Optional<Table> wanted, Optional<SeenTable> seen) {
    if (wanted.isEmpty()) {
      return seen.isPresent() ? List.of(new DeleteTable()) : List.of();
    }
    if (seen.isEmpty()) {
      return anew(wanted.get(), List.of(new AddTable()));
    }
    TableDiff diff = new TableDiff(wanted.get(), seen.get());
    return diff.fixed()
        ? anew(wanted.get(), List.of(new DeleteTable(), new AddTable()))
        : diff.all();
  }

  private static List<NftChange> anew(Table wanted, List<NftChange> before) {
    SeenTable nothing = new SeenTable(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), false);
    List<NftChange> changes = new ArrayList<>(before);
    changes.addAll(new TableDiff(wanted, nothing).all());
    return changes;
  }

  /** Whether something differs that can't be changed where it is. */
  private boolean fixed() {
    for (Map.Entry<ChainName, SeenChain> chain : seen.chains().entrySet()) {
      Chain now = wanted.chains().get(chain.getKey());
      if (now != null && !now.hook().equals(chain.getValue().hook())) {
        return true;
      }
    }
    for (NftSet set : seen.sets().values()) {
      NftSet now = wanted.sets().get(set.name());
      if (now != null && !now.shape().equals(set.shape())) {
        return true;
      }
    }
    for (CtTimeout timeout : seen.timeouts().values()) {
      CtTimeout now = wanted.timeouts().get(timeout.name());
      if (now != null && !now.equals(timeout)) {
        return true;
      }
    }
    return seen.strange();
  }

  private List<NftChange> all() {
    List<Chain> filled = new ArrayList<>();
    for (CtTimeout timeout : missing(wanted.timeouts(), seen.timeouts())) {
      changes.add(new AddTimeout(timeout));
    }
    for (Chain chain : wanted.chains().values()) {
      SeenChain now = seen.chains().get(chain.name());
      if (now == null) {
        changes.add(new AddChain(chain.name(), chain.hook()));
      }
      if (now == null ? !chain.rules().isEmpty() : !now.holdsRulesOf(chain)) {
        filled.add(chain);
      }
    }
    for (NftSet set : missing(wanted.sets(), seen.sets())) {
      changes.add(new AddSet(set.name(), set.shape()));
    }
    List<ChainName> gone = names(seen.chains(), wanted.chains());
    for (Chain chain : filled) {
      if (seen.chains().containsKey(chain.name())) {
        changes.add(new FlushChain(chain.name()));
      }
    }
    gone.forEach(name -> changes.add(new FlushChain(name)));
    List<NftChange> added = new ArrayList<>();
    for (NftSet set : wanted.sets().values()) {
      elements(set, added);
    }
    names(seen.sets(), wanted.sets()).forEach(name -> changes.add(new DeleteSet(name)));
    gone.forEach(name -> changes.add(new DeleteChain(name)));
    changes.addAll(added);
    for (Chain chain : filled) {
      if (!chain.rules().isEmpty()) {
        changes.add(new AddRules(chain.name(), chain.rules()));
      }
    }
    names(seen.timeouts(), wanted.timeouts()).forEach(n -> changes.add(new DeleteTimeout(n)));
    return changes;
  }

  /** Deletes what is gone or holds something else at once; what is to be added comes later. */
  private void elements(NftSet set, List<NftChange> later) {
    NftSet now = seen.sets().get(set.name());
    if (now == null) {
      if (!set.elements().isEmpty()) {
        later.add(new AddElements(set.name(), set.shape(), set.elements()));
      }
      return;
    }
    if (now.equals(set)) {
      return;
    }
    SortedMap<Element, Datum> removed = without(now.elements(), set.elements());
    SortedMap<Element, Datum> added = without(set.elements(), now.elements());
    if (!removed.isEmpty()) {
      changes.add(new DeleteElements(set.name(), set.shape(), removed));
    }
    if (!added.isEmpty()) {
      later.add(new AddElements(set.name(), set.shape(), added));
    }
  }

  private static SortedMap<Element, Datum> without(
      SortedMap<Element, Datum> all, SortedMap<Element, Datum> others) {
    SortedMap<Element, Datum> left = new TreeMap<>();
    for (Map.Entry<Element, Datum> element : all.entrySet()) {
      if (!element.getValue().equals(others.get(element.getKey()))) {
        left.put(element.getKey(), element.getValue());
      }
    }
    return left;
  }

  private static <K, V> List<V> missing(SortedMap<K, V> wanted, SortedMap<K, ?> seen) {
    return wanted.entrySet().stream()
        .filter(e -> !seen.containsKey(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static <K> List<K> names(SortedMap<K, ?> seen, SortedMap<K, ?> wanted) {
    return seen.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
  }
}
