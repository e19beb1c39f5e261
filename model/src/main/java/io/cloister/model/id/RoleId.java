package io.cloister.model.id;

/** The id of an IAM role: {@code AROA} and capital letters and digits. */
public record RoleId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "AROA";

  /** Refuses a text of another form. */
  public RoleId {
    CapitalId.check(PREFIX, 8, 28, value);
  }

  /** Whether a text has this form. */
  public static boolean matches(String text) {
    return CapitalId.matches(PREFIX, 8, 28, text);
  }

  @Override
  public String toString() {
    return value;
  }
}
