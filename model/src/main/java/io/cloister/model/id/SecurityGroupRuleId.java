package io.cloister.model.id;

/** The id of a security group rule, {@code sgr-…}. */
public record SecurityGroupRuleId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "sgr";

  /** Refuses a text of another form. */
  public SecurityGroupRuleId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
