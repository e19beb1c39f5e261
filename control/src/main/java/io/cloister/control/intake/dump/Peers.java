package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;

/** The other sides of rules that need more than the rule itself. */
final class Peers {
  private Peers() {}

  /** The error for a peer that has no noun. */
  static Unreadable prefixList(Tree tree) {
    return new Unreadable(
        tree.place(), "prefix lists are not modelled: " + tree.text("PrefixListId").orElse("?"));
  }
}
