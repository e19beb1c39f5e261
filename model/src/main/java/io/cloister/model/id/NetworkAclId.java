package io.cloister.model.id;

/** The id of a network ACL, {@code acl-…}. */
public record NetworkAclId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "acl";

  /** Refuses a text of another form. */
  public NetworkAclId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
