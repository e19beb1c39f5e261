package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.Optional;

/**
 * A chain as it was found in the kernel: each rule's fingerprint, which was written beside the
 * rule. A rule without one was not made by us and is {@link #FOREIGN}.
 *
 * @param hook where the kernel calls it
 * @param prints a fingerprint per rule, in order
 */
public record ChainPrint(Optional<Hook> hook, List<Long> prints) implements SeenChain {
  /** Stands for a rule that isn't ours; no rule of ours has it. */
  public static final long FOREIGN = 0;

  /** Copies. */
  public ChainPrint {
    prints = List.copyOf(prints);
  }

  @Override
  public boolean holdsRulesOf(Chain wanted) {
    if (wanted.rules().size() != prints.size()) {
      return false;
    }
    for (int i = 0; i < prints.size(); i++) {
      if (print(wanted.rules().get(i)) != prints.get(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The fingerprint of a rule: 64 bits of FNV-1a over its text, never {@link #FOREIGN}. It tells
   * our own rules apart; it's no defence against somebody who forges them.
   */
  public static long print(Rule rule) {
    String text = rule.toString();
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash == FOREIGN ? 1 : hash;
  }
}
