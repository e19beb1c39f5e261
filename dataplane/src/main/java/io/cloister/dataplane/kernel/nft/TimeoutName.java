package io.cloister.dataplane.kernel.nft;

/**
 * The name of a connection timeout policy: letters, digits, and {@code _ - . /}, at most 120, a
 * letter first. Words of nft's language ({@code fwd}, {@code drop}) can't be names: give names a
 * prefix.
 */
public record TimeoutName(String text) implements Comparable<TimeoutName> {

  /** Refuses what nft doesn't read. */
  public TimeoutName {
    text = Names.checked(text);
  }

  @Override
  public int compareTo(TimeoutName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
