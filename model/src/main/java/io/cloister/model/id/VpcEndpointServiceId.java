package io.cloister.model.id;

/** The id of an endpoint service of one's own, {@code vpce-svc-…}. */
public record VpcEndpointServiceId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "vpce-svc";

  /** Refuses a text of another form. */
  public VpcEndpointServiceId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
