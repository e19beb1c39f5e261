package io.cloister.model.id;

/** The id of an Elastic IP address, {@code eipalloc-…}. */
public record AllocationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "eipalloc";

  /** Refuses a text of another form. */
  public AllocationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
