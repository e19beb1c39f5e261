package io.cloister.model.id;

/** The id of the association of a network ACL with a subnet, {@code aclassoc-…}. */
public record NetworkAclAssociationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "aclassoc";

  /** Refuses a text of another form. */
  public NetworkAclAssociationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
