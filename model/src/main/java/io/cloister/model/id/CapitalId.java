package io.cloister.model.id;

/** The form of ids that have no dash: a prefix, then capital letters and digits. */
final class CapitalId {
  private CapitalId() {}

  static boolean matches(String prefix, int least, int most, String text) {
    int rest = text.length() - prefix.length();
    return text.startsWith(prefix)
        && rest >= least
        && rest <= most
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  static void check(String prefix, int least, int most, String text) {
    if (!matches(prefix, least, most, text)) {
      throw new IllegalArgumentException("not an id of the form " + prefix + "…: " + text);
    }
  }
}
