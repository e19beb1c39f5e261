package io.cloister.dataplane.kernel;

/**
 * The name of a network namespace of ours, which is also a file name in our run directory.
 *
 * @param text 1 to 100 of letters, digits, {@code _ - .}, a letter or digit first
 */
public record NamespaceName(String text) implements Comparable<NamespaceName> {

  /** Refuses what could leave the directory. */
  public NamespaceName {
    boolean good = !text.isEmpty() && text.length() <= 100;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      good = plain || (i > 0 && (c == '-' || c == '_' || c == '.'));
    }
    if (!good) {
      throw new IllegalArgumentException("not a namespace's name: " + text);
    }
  }

  @Override
  public int compareTo(NamespaceName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
