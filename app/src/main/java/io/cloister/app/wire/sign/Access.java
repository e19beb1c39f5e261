package io.cloister.app.wire.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who may call. */
public sealed interface Access {
  /** Anybody who reaches the port: signatures say who calls and are not verified. */
  record Open() implements Access {}

  /**
   * Only who signs with one of these keys.
   *
   * @param byId the keys by access key id
   */
  record Keys(Map<String, Key> byId) implements Access {
    public Keys {
      byId = Map.copyOf(byId);
    }
  }

  /**
   * A key.
   *
   * @param secret the secret access key
   * @param account the account it belongs to, twelve digits
   */
  record Key(String secret, String account) {
    @Override
    public String toString() {
      return "Key[secret=***, account=" + account + "]";
    }
  }

  /** The account of callers whose access key id is not an account id. */
  String DEFAULT_ACCOUNT = "000000000000";

  /** An access key id of twelve digits is the account; any other belongs to the default account. */
  static String accountOf(String accessKeyId) {
    return Accounts.ID.matcher(accessKeyId).matches() ? accessKeyId : DEFAULT_ACCOUNT;
  }

  /**
   * Reads keys from a file: a line for each, of access key id, secret access key and, if the id
   * isn't an account id itself, the account, with blanks between; comments after a hash.
   *
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException if it holds no key, or a line isn't one; the message names the
   *     line's number and not its content
   */
  static Keys read(Path file) throws IOException {
    Map<String, Key> keys = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = Accounts.BLANKS.split(line, -1);
      if (parts.length < 2 || parts.length > 3) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": a key is ACCESS_KEY_ID SECRET [ACCOUNT]");
      }
      String account = parts.length == 3 ? parts[2] : accountOf(parts[0]);
      if (!Accounts.ID.matcher(account).matches()) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": an account id has twelve digits");
      }
      keys.put(parts[0], new Key(parts[1], account));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no key");
    }
    return new Keys(keys);
  }

  /** Patterns, which an interface can't keep to itself. */
  final class Accounts {
    private static final Pattern ID = Pattern.compile("[0-9]{12}");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private Accounts() {}
  }
}
