package io.cloister.model.id;

/** The id of an instance, {@code i-…}. */
public record InstanceId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "i";

  /** Refuses a text of another form. */
  public InstanceId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
