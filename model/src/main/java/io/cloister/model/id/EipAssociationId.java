package io.cloister.model.id;

/** The id of the association of an Elastic IP address with an interface, {@code eipassoc-…}. */
public record EipAssociationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "eipassoc";

  /** Refuses a text of another form. */
  public EipAssociationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
