package io.cloister.dataplane.kernel;

/**
 * The name of a link, unique in its namespace.
 *
 * @param text 1 to 15 of letters, digits, {@code _ - .}, and neither {@code lo} nor a dot first
 */
public record LinkName(String text) implements Comparable<LinkName> {

  /** Refuses what the kernel or nft would take otherwise. */
  public LinkName {
    boolean good = !text.isEmpty() && text.length() <= 15;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      good = plain || (i > 0 && (c == '-' || c == '_' || c == '.'));
    }
    if (!good || text.equals("lo") || text.equals("all") || text.equals("default")) {
      throw new IllegalArgumentException("not a link's name: " + text);
    }
  }

  @Override
  public int compareTo(LinkName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
