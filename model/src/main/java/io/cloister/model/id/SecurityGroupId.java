package io.cloister.model.id;

/** The id of a security group, {@code sg-…}. */
public record SecurityGroupId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "sg";

  /** Refuses a text of another form. */
  public SecurityGroupId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
