package io.cloister.model.id;

/** The id of a route table of a transit gateway, {@code tgw-rtb-…}. */
public record TransitGatewayRouteTableId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "tgw-rtb";

  /** Refuses a text of another form. */
  public TransitGatewayRouteTableId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
