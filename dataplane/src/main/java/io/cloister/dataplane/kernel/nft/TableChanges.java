package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.nft.NftChange.AddChain;
import io.cloister.dataplane.kernel.nft.NftChange.AddElements;
import io.cloister.dataplane.kernel.nft.NftChange.AddRules;
import io.cloister.dataplane.kernel.nft.NftChange.AddSet;
import io.cloister.dataplane.kernel.nft.NftChange.AddTimeout;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteChain;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteElements;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteSet;
import io.cloister.dataplane.kernel.nft.NftChange.DeleteTimeout;
import io.cloister.dataplane.kernel.nft.NftChange.FlushChain;
import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The changes of a table by kind, whose order makes the transaction. */
final class TableChanges {
  private final List<NftChange> made = new ArrayList<>();
  private final List<NftChange> flushed = new ArrayList<>();
  private final List<NftChange> elementsGone = new ArrayList<>();
  private final List<NftChange> setsGone = new ArrayList<>();
  private final List<NftChange> chainsGone = new ArrayList<>();
  private final List<NftChange> elementsAdded = new ArrayList<>();
  private final List<NftChange> filled = new ArrayList<>();
  private final List<NftChange> timeoutsGone = new ArrayList<>();
  private boolean inPlace = true;

  void compare(Table wanted, SeenTable seen) {
    inPlace &= !seen.strange();
    if (!Sorted.same(wanted.timeouts(), seen.timeouts())) {
      Sorted.compare(seen.timeouts(), wanted.timeouts(), new Timeouts());
    }
    if (!Sorted.same(wanted.chains(), seen.chains())) {
      Sorted.compare(seen.chains(), wanted.chains(), new Chains());
    }
    if (!Sorted.same(wanted.sets(), seen.sets())) {
      Sorted.compare(seen.sets(), wanted.sets(), new Sets());
    }
  }

  /** Whether nothing differs that the kernel can't change where it is. */
  boolean isInPlace() {
    return inPlace;
  }

  List<NftChange> inOrder() {
    List<NftChange> all = new ArrayList<>(made);
    all.addAll(flushed);
    all.addAll(elementsGone);
    all.addAll(setsGone);
    all.addAll(chainsGone);
    all.addAll(elementsAdded);
    all.addAll(filled);
    all.addAll(timeoutsGone);
    return all;
  }

  private final class Timeouts implements Sorted.Differences<TimeoutName, CtTimeout, CtTimeout> {
    @Override
    public void gone(TimeoutName name, CtTimeout before) {
      timeoutsGone.add(new DeleteTimeout(name));
    }

    @Override
    public void both(TimeoutName name, CtTimeout before, CtTimeout after) {
      inPlace &= before.equals(after);
    }

    @Override
    public void added(TimeoutName name, CtTimeout after) {
      made.add(new AddTimeout(after));
    }
  }

  private final class Chains implements Sorted.Differences<ChainName, SeenChain, Chain> {
    @Override
    public void gone(ChainName name, SeenChain before) {
      flushed.add(new FlushChain(name));
      chainsGone.add(new DeleteChain(name));
    }

    @Override
    public void both(ChainName name, SeenChain before, Chain after) {
      if (!Sorted.same(before, after)) {
        inPlace &= before.hook().equals(after.hook());
        if (!before.holdsRulesOf(after)) {
          flushed.add(new FlushChain(name));
          fill(after);
        }
      }
    }

    @Override
    public void added(ChainName name, Chain after) {
      made.add(new AddChain(name, after.hook()));
      fill(after);
    }

    private void fill(Chain chain) {
      if (!chain.rules().isEmpty()) {
        filled.add(new AddRules(chain.name(), chain.rules()));
      }
    }
  }

  private final class Sets implements Sorted.Differences<SetName, NftSet, NftSet> {
    @Override
    public void gone(SetName name, NftSet before) {
      setsGone.add(new DeleteSet(name));
    }

    @Override
    public void both(SetName name, NftSet before, NftSet after) {
      if (Sorted.same(before, after)) {
        return;
      }
      inPlace &= before.shape().equals(after.shape());
      Elements elements = new Elements();
      Sorted.compare(before.elements(), after.elements(), elements);
      if (!elements.gone.isEmpty()) {
        elementsGone.add(new DeleteElements(name, after.shape(), elements.gone));
      }
      if (!elements.added.isEmpty()) {
        elementsAdded.add(new AddElements(name, after.shape(), elements.added));
      }
    }

    @Override
    public void added(SetName name, NftSet after) {
      made.add(new AddSet(name, after.shape()));
      if (!after.elements().isEmpty()) {
        elementsAdded.add(new AddElements(name, after.shape(), after.elements()));
      }
    }
  }

  /** An element that holds something else goes and comes again. */
  private static final class Elements implements Sorted.Differences<Element, Datum, Datum> {
    private final SortedMap<Element, Datum> gone = new TreeMap<>();
    private final SortedMap<Element, Datum> added = new TreeMap<>();

    @Override
    public void gone(Element element, Datum before) {
      gone.put(element, before);
    }

    @Override
    public void both(Element element, Datum before, Datum after) {
      if (!before.equals(after)) {
        gone.put(element, before);
        added.put(element, after);
      }
    }

    @Override
    public void added(Element element, Datum after) {
      added.put(element, after);
    }
  }
}
