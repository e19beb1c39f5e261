package io.cloister.dataplane.kernel.nft;

/**
 * Takes the verdict from a verdict map; a key that isn't there goes on with the next rule.
 *
 * @param key what is looked up
 * @param map a verdict map with the key's types
 */
public record VerdictLookup(Key key, SetName map) implements Statement {

  /** A lookup of these fields. */
  public static VerdictLookup in(SetName map, Field... key) {
    return new VerdictLookup(Key.of(key), map);
  }

  @Override
  public String toString() {
    return key + " vmap @" + map;
  }
}
