package io.cloister.model.id;

/** The id of a VPC endpoint, {@code vpce-…}. */
public record VpcEndpointId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "vpce";

  /** Refuses a text of another form. */
  public VpcEndpointId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
