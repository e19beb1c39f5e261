package io.cloister.model.id;

/** The id of a hosted zone: {@code Z} and up to 31 capital letters and digits. */
public record HostedZoneId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "Z";

  /** Refuses a text of another form. */
  public HostedZoneId {
    CapitalId.check(PREFIX, 1, 31, value);
  }

  /** Whether a text has this form. */
  public static boolean matches(String text) {
    return CapitalId.matches(PREFIX, 1, 31, text);
  }

  @Override
  public String toString() {
    return value;
  }
}
