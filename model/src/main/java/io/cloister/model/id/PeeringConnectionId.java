package io.cloister.model.id;

/** The id of a VPC peering connection, {@code pcx-…}. */
public record PeeringConnectionId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "pcx";

  /** Refuses a text of another form. */
  public PeeringConnectionId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
