package io.cloister.dataplane.kernel.nft;

/**
 * The name of a chain, unique in its table: letters, digits, and {@code _ - . /}, at most 120, a
 * letter first. Words of nft's language ({@code fwd}, {@code drop}) can't be names: give names a
 * prefix.
 */
public record ChainName(String text) implements Comparable<ChainName> {

  /** Refuses what nft doesn't read. */
  public ChainName {
    text = Names.checked(text);
  }

  @Override
  public int compareTo(ChainName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
