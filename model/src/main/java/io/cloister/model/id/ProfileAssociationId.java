package io.cloister.model.id;

/** The id of the association of an instance with an instance profile, {@code iip-assoc-…}. */
public record ProfileAssociationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "iip-assoc";

  /** Refuses a text of another form. */
  public ProfileAssociationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
