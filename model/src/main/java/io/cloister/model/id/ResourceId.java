package io.cloister.model.id;

/**
 * The id of a resource: a prefix such as {@code vpc}, a dash, and 8 or 17 lower-case hexadecimal
 * digits. Ids of different kinds never equal each other; they sort by their text.
 */
public interface ResourceId extends Comparable<ResourceId> {

  /** The id as AWS writes it. */
  String value();

  @Override
  default int compareTo(ResourceId other) {
    return value().compareTo(other.value());
  }

  /** Whether the text is an id with this prefix. */
  static boolean matches(String prefix, String text) {
    int digits = text.length() - prefix.length() - 1;
    if ((digits != 8 && digits != 17)
        || !text.startsWith(prefix)
        || text.charAt(prefix.length()) != '-') {
      return false;
    }
    for (int i = prefix.length() + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Throws unless the text is an id with this prefix. */
  static void check(String prefix, String text) {
    if (!matches(prefix, text)) {
      throw new IllegalArgumentException("not an id of the form " + prefix + "-…: " + text);
    }
  }
}
