package io.cloister.dataplane.kernel.nft;

/**
 * The key is a member of a set, or is not.
 *
 * @param key what is looked up
 * @param negated whether it must not be a member
 * @param set a set with the key's types
 */
public record Lookup(Key key, boolean negated, SetName set) implements Statement {

  /** The key is a member. */
  public static Lookup in(SetName set, Field... key) {
    return new Lookup(Key.of(key), false, set);
  }

  /** The key is no member. */
  public static Lookup notIn(SetName set, Field... key) {
    return new Lookup(Key.of(key), true, set);
  }

  @Override
  public String toString() {
    return key + (negated ? " != @" : " @") + set;
  }
}
