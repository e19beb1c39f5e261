package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One change of our table. A list of them is a transaction: all or nothing, in order. */
public sealed interface NftChange {

  /** Makes the table, empty. */
  record AddTable() implements NftChange {}

  /** Removes the table with everything in it. */
  record DeleteTable() implements NftChange {}

  /** Makes a timeout policy. */
  record AddTimeout(CtTimeout timeout) implements NftChange {}

  /** Removes a timeout policy that no rule uses. */
  record DeleteTimeout(TimeoutName name) implements NftChange {}

  /** Makes a chain, empty. */
  record AddChain(ChainName name, Optional<Hook> hook) implements NftChange {}

  /** Removes all rules of a chain. */
  record FlushChain(ChainName name) implements NftChange {}

  /** Removes a chain that is empty and that nothing jumps to. */
  record DeleteChain(ChainName name) implements NftChange {}

  /** Adds rules at the end of a chain. */
  record AddRules(ChainName chain, List<Rule> rules) implements NftChange {
    /** Copies. */
    public AddRules {
      rules = List.copyOf(rules);
    }
  }

  /** Makes a set, empty. */
  record AddSet(SetName name, SetShape shape) implements NftChange {}

  /** Removes a set that no rule uses, with its elements. */
  record DeleteSet(SetName name) implements NftChange {}

  /** Adds elements that aren't there. */
  record AddElements(SetName set, SetShape shape, SortedMap<Element, Datum> elements)
      implements NftChange {}

  /** Removes elements that are there. */
  record DeleteElements(SetName set, SetShape shape, SortedMap<Element, Datum> elements)
      implements NftChange {}
}
