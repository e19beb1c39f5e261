package io.cloister.model.id;

/** The id of a transit gateway, {@code tgw-…}. */
public record TransitGatewayId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "tgw";

  /** Refuses a text of another form. */
  public TransitGatewayId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
