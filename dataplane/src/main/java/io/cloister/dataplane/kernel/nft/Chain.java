package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.Optional;

/**
 * A chain of rules, called by others or, with a hook, by the kernel.
 *
 * @param name unique in the table
 * @param hook where the kernel calls it; none for a chain that others jump to
 * @param rules in order
 */
public record Chain(ChainName name, Optional<Hook> hook, List<Rule> rules) implements SeenChain {

  /** Copies. */
  public Chain {
    rules = List.copyOf(rules);
  }

  /** A chain that others jump to. */
  public static Chain of(String name, Rule... rules) {
    return new Chain(new ChainName(name), Optional.empty(), List.of(rules));
  }

  /** A base chain. */
  public static Chain of(String name, Hook hook, Rule... rules) {
    return new Chain(new ChainName(name), Optional.of(hook), List.of(rules));
  }

  @Override
  public boolean holdsRulesOf(Chain wanted) {
    return rules.equals(wanted.rules);
  }
}
