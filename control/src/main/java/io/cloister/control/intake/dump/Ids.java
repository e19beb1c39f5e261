package io.cloister.control.intake.dump;

import io.cloister.model.id.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids for what has none that AWS would give: collectors that hide names write {@code VpcId:5}, and
 * some parts of an answer have no id at all. The same text always gets the same id.
 */
final class Ids {
  private static final int DIGITS = 17;

  private Ids() {}

  static String of(String prefix, String text) {
    return ResourceId.matches(prefix, text) ? text : prefix + "-" + hex(prefix + "|" + text);
  }

  /** Twelve digits for an account that isn't written with twelve digits. */
  static String account(String text) {
    if (text.matches("\\d{12}")) {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    hex("account|" + text)
        .chars()
        .limit(12)
        .forEach(c -> digits.append(Character.digit(c, 16) % 10));
    return digits.toString();
  }

  private static String hex(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
