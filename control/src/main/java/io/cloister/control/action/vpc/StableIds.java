package io.cloister.control.action.vpc;

import io.cloister.model.vpc.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Ids that are the same whenever and wherever a scope's defaults are derived: a hash of the scope,
 * the prefix, and how many ids of this prefix came before. So they can be shown before anything is
 * journaled, and two servers show the same.
 */
final class StableIds implements Ids {
  private static final int DIGITS = 17;

  private final Scope scope;
  private final Map<String, Integer> given = new HashMap<>();

  StableIds(Scope scope) {
    this.scope = scope;
  }

  @Override
  public String id(String prefix) {
    int n = given.merge(prefix, 1, Integer::sum);
    byte[] text = (scope + "|" + prefix + "|" + n).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return prefix + "-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
