package io.cloister.model.id;

/** The id of an instance profile: {@code AIPA} and capital letters and digits. */
public record InstanceProfileId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "AIPA";

  /** Refuses a text of another form. */
  public InstanceProfileId {
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
