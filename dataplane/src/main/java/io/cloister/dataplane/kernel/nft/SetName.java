package io.cloister.dataplane.kernel.nft;

/**
 * The name of a set or map, unique among the table's sets and maps: letters, digits, and {@code _ -
 * . /}, at most 120, a letter first. Words of nft's language ({@code fwd}, {@code drop}) can't be
 * names: give names a prefix.
 */
public record SetName(String text) implements Comparable<SetName> {

  /** Refuses what nft doesn't read. */
  public SetName {
    text = Names.checked(text);
  }

  @Override
  public int compareTo(SetName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
