package io.cloister.dataplane.linux.sandbox.userdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a multipart message (RFC 2046) apart. Bytes travel as ISO-8859-1 text, which loses none.
 *
 * <p>By hand, because the libraries that read mail are ten times the size of all that is read here.
 */
final class Mime {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private Mime() {}

  /** The parts of a message that begins with its headers. */
  static List<Part> parts(byte[] message) {
    Part whole = part(new String(message, StandardCharsets.ISO_8859_1));
    return whole.type().startsWith("multipart/")
        ? parts(whole.content(), whole.header())
        : List.of(whole);
  }

  /** The parts of a body, whose boundary the header names. */
  static List<Part> parts(byte[] body, String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      return List.of();
    }
    String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    for (String line : new String(body, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
      String bare = line.stripTrailing();
      boolean ends = bare.equals("--" + boundary + "--");
      if (ends || bare.equals("--" + boundary)) {
        if (inside) {
          parts.add(part(withoutLastBreak(text)));
        }
        text.setLength(0);
        inside = !ends;
      } else if (inside) {
        text.append(line);
      }
    }
    if (inside && !text.isEmpty()) {
      parts.add(part(text.toString())); // cut off: what is there counts, as in Python's parser
    }
    return parts;
  }

  /** The line break before a boundary belongs to the boundary. */
  private static String withoutLastBreak(StringBuilder text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end -= end > 1 && text.charAt(end - 2) == '\r' ? 2 : 1;
    }
    return text.substring(0, end);
  }

  private static Part part(String text) {
    Matcher blank = Pattern.compile("(?m)^\r?\n").matcher(text);
    boolean found = blank.find();
    String head = found ? text.substring(0, blank.start()) : text;
    String body = found ? text.substring(blank.end()) : "";
    Map<String, String> headers = new HashMap<>();
    // A line that begins with white space continues the one before.
    for (String line : head.replaceAll("\r?\n[ \t]+", " ").split("\r?\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    String header = headers.getOrDefault("content-type", "");
    String type = header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    String encoding = headers.getOrDefault("content-transfer-encoding", "");
    return Part.of(type, header, decode(body, encoding.toLowerCase(Locale.ROOT)));
  }

  private static byte[] decode(String body, String encoding) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return switch (encoding) {
      case "base64" -> Base64.getMimeDecoder().decode(bytes);
      case "quoted-printable" -> quotedPrintable(body);
      default -> bytes;
    };
  }

  private static byte[] quotedPrintable(String body) {
    StringBuilder decoded = new StringBuilder();
    Matcher matcher = Pattern.compile("=(?:\r?\n|([0-9A-Fa-f]{2}))").matcher(body);
    while (matcher.find()) {
      String code = matcher.group(1);
      String plain = code == null ? "" : Character.toString(Integer.parseInt(code, 16));
      matcher.appendReplacement(decoded, Matcher.quoteReplacement(plain));
    }
    matcher.appendTail(decoded);
    return decoded.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
