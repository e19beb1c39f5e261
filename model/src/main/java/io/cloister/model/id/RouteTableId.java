package io.cloister.model.id;

/** The id of a route table, {@code rtb-…}. */
public record RouteTableId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "rtb";

  /** Refuses a text of another form. */
  public RouteTableId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
