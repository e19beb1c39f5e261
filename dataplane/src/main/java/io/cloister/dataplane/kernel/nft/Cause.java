package io.cloister.dataplane.kernel.nft;

/**
 * What a rule is there for, in our own words, such as {@code sgr-0123456789abcdef0}; kept in the
 * kernel as the rule's comment.
 *
 * @param text 1 to 120 printable ASCII characters without quotes
 */
public record Cause(String text) {

  /** Refuses what nft could not print back. */
  public Cause {
    boolean good = !text.isEmpty() && text.length() <= 120;
    if (!good || !text.chars().allMatch(c -> c >= 32 && c < 127 && c != '"' && c != '\\')) {
      throw new IllegalArgumentException("not a comment for nft: " + text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
