package io.cloister.model.id;

/** The id of a set of DHCP options, {@code dopt-…}. */
public record DhcpOptionsId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "dopt";

  /** Refuses a text of another form. */
  public DhcpOptionsId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
