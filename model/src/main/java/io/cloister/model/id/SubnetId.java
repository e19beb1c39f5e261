package io.cloister.model.id;

/** The id of a subnet, {@code subnet-…}. */
public record SubnetId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "subnet";

  /** Refuses a text of another form. */
  public SubnetId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
