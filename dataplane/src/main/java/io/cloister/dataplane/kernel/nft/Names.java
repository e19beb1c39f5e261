package io.cloister.dataplane.kernel.nft;

/** What nft takes as the name of a chain, set or object, unquoted. */
final class Names {
  private Names() {}

  /**
   * @throws IllegalArgumentException when nft would not read the name back
   */
  static String checked(String name) {
    boolean good = !name.isEmpty() && name.length() <= 120 && letter(name.charAt(0));
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      good = letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/';
    }
    if (!good) {
      throw new IllegalArgumentException("not a name for nft: " + name);
    }
    return name;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
