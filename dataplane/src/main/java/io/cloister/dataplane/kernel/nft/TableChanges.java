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
import io.cloister.model.table.Table;
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

  void compare(NftTable wanted, SeenTable seen) {
    inPlace &= !seen.strange();
    seen.timeouts().differences(wanted.timeouts(), new Timeouts());
    seen.chains().differences(Table.widen(wanted.chains()), new Chains());
    seen.sets().differences(wanted.sets(), new Sets());
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

  private final class Timeouts implements Table.Differences<TimeoutName, CtTimeout> {
    @Override
    public void removed(TimeoutName name, CtTimeout before) {
      timeoutsGone.add(new DeleteTimeout(name));
    }

    @Override
    public void changed(TimeoutName name, CtTimeout before, CtTimeout after) {
      inPlace &= before.equals(after);
    }

    @Override
    public void added(TimeoutName name, CtTimeout after) {
      made.add(new AddTimeout(after));
    }
  }

  private final class Chains implements Table.Differences<ChainName, SeenChain> {
    @Override
    public void removed(ChainName name, SeenChain before) {
      flushed.add(new FlushChain(name));
      chainsGone.add(new DeleteChain(name));
    }

    @Override
    public void changed(ChainName name, SeenChain before, SeenChain after) {
      Chain wanted = wanted(after);
      inPlace &= before.hook().equals(after.hook());
      if (before.holdsRulesOf(wanted)) {
        return;
      }
      int kept = before instanceof Chain chain ? shared(chain.rules(), wanted.rules()) : 0;
      if (kept == 0) {
        flushed.add(new FlushChain(name));
      }
      fill(name, wanted.rules().subList(kept, wanted.rules().size()));
    }

    /** The number of rules that are there already, when only the rest has to be added. */
    private static int shared(List<Rule> before, List<Rule> after) {
      boolean begins =
          before.size() <= after.size() && before.equals(after.subList(0, before.size()));
      return begins ? before.size() : 0;
    }

    @Override
    public void added(ChainName name, SeenChain after) {
      made.add(new AddChain(name, after.hook()));
      fill(name, wanted(after).rules());
    }

    private static Chain wanted(SeenChain chain) {
      if (chain instanceof Chain wanted) {
        return wanted;
      }
      throw new IllegalArgumentException("a chain that was seen can't be wanted: " + chain);
    }

    private void fill(ChainName name, List<Rule> rules) {
      if (!rules.isEmpty()) {
        filled.add(new AddRules(name, rules));
      }
    }
  }

  private final class Sets implements Table.Differences<SetName, NftSet> {
    @Override
    public void removed(SetName name, NftSet before) {
      setsGone.add(new DeleteSet(name));
    }

    @Override
    public void changed(SetName name, NftSet before, NftSet after) {
      inPlace &= before.shape().equals(after.shape());
      Elements elements = new Elements();
      before.elements().differences(after.elements(), elements);
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
        SortedMap<Element, Datum> elements = new TreeMap<>();
        after.elements().forEach((element, datum) -> elements.put(element, datum));
        elementsAdded.add(new AddElements(name, after.shape(), elements));
      }
    }
  }

  /** An element that holds something else goes and comes again. */
  private static final class Elements implements Table.Differences<Element, Datum> {
    private final SortedMap<Element, Datum> gone = new TreeMap<>();
    private final SortedMap<Element, Datum> added = new TreeMap<>();

    @Override
    public void removed(Element element, Datum before) {
      gone.put(element, before);
    }

    @Override
    public void changed(Element element, Datum before, Datum after) {
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
