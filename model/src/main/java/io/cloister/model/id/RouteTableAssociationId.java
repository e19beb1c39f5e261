package io.cloister.model.id;

/**
 * The id of the association of a route table with a subnet, a gateway or, as main table, its VPC,
 * {@code rtbassoc-…}.
 */
public record RouteTableAssociationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "rtbassoc";

  /** Refuses a text of another form. */
  public RouteTableAssociationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
