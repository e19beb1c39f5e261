package io.cloister.control.action.vpc;

/** Where new resources get their ids from: a draw, or for a scope's defaults a hash. */
@FunctionalInterface
interface Ids {
  /** A text of the form {@code prefix-…} that no other call gives. */
  String id(String prefix);
}
