package io.cloister.model.id;

/** The id of an internet gateway, {@code igw-…}. */
public record InternetGatewayId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "igw";

  /** Refuses a text of another form. */
  public InternetGatewayId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
