package io.cloister.model.id;

/** The id of a VPC, {@code vpc-…}. */
public record VpcId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "vpc";

  /** Refuses a text of another form. */
  public VpcId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
