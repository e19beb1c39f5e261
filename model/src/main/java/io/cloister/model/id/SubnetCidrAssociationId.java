package io.cloister.model.id;

/** The id of the association of a subnet with an IPv6 CIDR block, {@code subnet-cidr-assoc-…}. */
public record SubnetCidrAssociationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "subnet-cidr-assoc";

  /** Refuses a text of another form. */
  public SubnetCidrAssociationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
