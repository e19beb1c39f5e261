package io.cloister.app.wire.codec;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/** Single values between their text on the wire and their Java type. */
final class Scalars {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");

  /** Timestamps of answers: ISO 8601 with milliseconds and Z, as EC2 writes them. */
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Scalars() {}

  /**
   * @throws io.cloister.control.action.AwsException InvalidParameterValue if the text is none of
   *     that type
   */
  static Object read(MarshallingKnownType type, String text, String path) {
    try {
      return switch (type) {
        case STRING -> text;
        case INTEGER -> Integer.parseInt(text);
        case LONG -> Long.parseLong(text);
        case SHORT -> Short.parseShort(text);
        case BYTE -> Byte.parseByte(text);
        case DOUBLE -> finite(Double.parseDouble(decimal(text)));
        case FLOAT -> (float) finite(Float.parseFloat(decimal(text)));
        case BIG_DECIMAL -> new BigDecimal(decimal(text));
        case BOOLEAN -> bool(text);
        case INSTANT -> instant(text);
        case SDK_BYTES -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
        default -> throw new IllegalStateException("no operation has a parameter of type " + type);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Refusals.invalid(path, text, expected(type));
    }
  }

  /** The text of a value of an answer. */
  static String write(Object value) {
    return switch (value) {
      case Instant instant -> MILLISECONDS.format(instant);
      case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static String expected(MarshallingKnownType type) {
    return switch (type) {
      case INTEGER, LONG, SHORT, BYTE -> "an integer";
      case DOUBLE, FLOAT, BIG_DECIMAL -> "a number";
      case BOOLEAN -> "true or false";
      case INSTANT -> "a timestamp such as 2026-01-31T12:00:00Z";
      case SDK_BYTES -> "Base64";
      default -> "another type";
    };
  }

  /** Java's own parsers also take hexadecimal, NaN and a trailing d. */
  private static String decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return text;
  }

  private static double finite(double number) {
    if (Double.isInfinite(number)) {
      throw new NumberFormatException("too large");
    }
    return number;
  }

  private static boolean bool(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    throw new IllegalArgumentException(text);
  }

  private static Instant instant(String text) {
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}
