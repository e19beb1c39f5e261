package io.cloister.app.wire.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of one request, in the order sent: an {@code application/x-www-form-urlencoded}
 * body and the query of the path, in one. Strict where leniency would guess: a broken escape, a
 * name given twice and bytes that are not UTF-8 are refused.
 */
public final class Form {
  /** What belongs to the call and not to the operation: versions and all signature schemes. */
  private static final Set<String> COMMON =
      Set.of(
          "Action",
          "Version",
          "AWSAccessKeyId",
          "Signature",
          "SignatureMethod",
          "SignatureVersion",
          "Timestamp",
          "Expires",
          "SecurityToken");

  private final Map<String, String> values = new LinkedHashMap<>();

  private Form() {}

  /**
   * Reads both places that parameters may stand in.
   *
   * @param query the raw query of the request's path, without the question mark
   * @param body the raw body
   * @throws io.cloister.control.action.AwsException MalformedQueryString or InvalidQueryParameter
   */
  public static Form parse(String query, byte[] body) {
    Form form = new Form();
    form.addAll(query.getBytes(StandardCharsets.ISO_8859_1));
    form.addAll(body);
    return form;
  }

  /** No parameters. */
  public static Form none() {
    return new Form();
  }

  /** A parameter by its whole name. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The parameters of the operation as a tree, by the dots of their names. */
  public Parameters parameters() {
    Parameters root = new Parameters("");
    values.forEach((name, value) -> {
      if (!COMMON.contains(name) && !name.startsWith("X-Amz-")) {
        root.add(name, value);
      }
    });
    return root;
  }

  private void addAll(byte[] raw) {
    int from = 0;
    while (from < raw.length) {
      int to = from;
      int equals = -1;
      while (to < raw.length && raw[to] != '&') {
        if (raw[to] == '=' && equals < 0) {
          equals = to;
        }
        to++;
      }
      if (to > from) {
        String name = decode(raw, from, equals < 0 ? to : equals);
        String value = equals < 0 ? "" : decode(raw, equals + 1, to);
        if (values.putIfAbsent(name, value) != null) {
          throw Refusals.twice(name);
        }
      }
      from = to + 1;
    }
  }

  private static String decode(byte[] raw, int from, int to) {
    byte[] bytes = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      if (raw[i] == '%') {
        boolean whole = i + 2 < to;
        int high = whole ? Character.digit(raw[i + 1], 16) : -1;
        int low = whole ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw Refusals.malformed("a percent sign is not followed by two hexadecimal digits");
        }
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        bytes[length++] = raw[i] == '+' ? (byte) ' ' : raw[i];
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusals.malformed("a parameter is not UTF-8");
    }
  }
}
