package io.cloister.model.id;

/** The id of a network interface, {@code eni-…}. */
public record NetworkInterfaceId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "eni";

  /** Refuses a text of another form. */
  public NetworkInterfaceId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
