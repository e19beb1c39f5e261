package io.cloister.app.wire.sign;

import io.cloister.app.wire.message.WireRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The arithmetic of signature version 4 (IAM User Guide, "Create a signed AWS API request"): the
 * canonical form of a request, what is signed of it, and with which key.
 */
final class Canonical {
  private static final String UNRESERVED = "-._~";
  private static final Pattern BLANKS = Pattern.compile(" +");

  private Canonical() {}

  /** The signature that the holder of the secret would have made. */
  static String signature(WireRequest request, Signed signed, String secret) {
    String scope = signed.date() + "/" + signed.region() + "/" + signed.service() + "/aws4_request";
    String toSign =
        signed.algorithm()
            + "\n"
            + signed.time()
            + "\n"
            + scope
            + "\n"
            + sha256(utf8(canonical(request, signed)));
    byte[] key = utf8("AWS4" + secret);
    for (String part : List.of(signed.date(), signed.region(), signed.service(), "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  static String canonical(WireRequest request, Signed signed) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append('\n');
    text.append(path(request.path())).append('\n');
    text.append(query(request.query())).append('\n');
    for (String name : signed.headers()) {
      List<String> values =
          request.headers().all(name).stream()
              .map(v -> BLANKS.matcher(v.strip()).replaceAll(" "))
              .toList();
      text.append(name).append(':').append(String.join(",", values)).append('\n');
    }
    text.append('\n').append(String.join(";", signed.headers())).append('\n');
    return text.append(sha256(request.body())).toString();
  }

  /** The path is encoded once more as it was sent; only S3 does otherwise, and isn't verified. */
  private static String path(String path) {
    StringBuilder encoded = new StringBuilder();
    for (String segment : (path.isEmpty() ? "/" : path).split("/", -1)) {
      encoded.append(encoded.isEmpty() && segment.isEmpty() ? "" : encode(segment)).append('/');
    }
    encoded.setLength(encoded.length() - 1);
    return encoded.toString();
  }

  private static String query(String query) {
    List<String> pairs = new ArrayList<>();
    for (String[] pair : pairs(query)) {
      if (!pair[0].equals("X-Amz-Signature")) {
        pairs.add(encode(pair[0]) + "=" + encode(pair[1]));
      }
    }
    // By name, then by value: '=' must sort before whatever a longer name goes on with, '%' too.
    pairs.sort((a, b) -> a.replace('=', '\0').compareTo(b.replace('=', '\0')));
    return String.join("&", pairs);
  }

  /** Names and values of a raw query, decoded; what can't be decoded stays as it is. */
  static List<String[]> pairs(String query) {
    List<String[]> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        pairs.add(
            new String[] {
              decode(equals < 0 ? pair : pair.substring(0, equals)),
              equals < 0 ? "" : decode(pair.substring(equals + 1))
            });
      }
    }
    return pairs;
  }

  private static String decode(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int high = c == '%' && i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(raw.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : utf8(text)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
