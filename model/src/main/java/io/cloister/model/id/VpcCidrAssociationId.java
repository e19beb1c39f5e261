package io.cloister.model.id;

/** The id of the association of a VPC with a CIDR block, {@code vpc-cidr-assoc-…}. */
public record VpcCidrAssociationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "vpc-cidr-assoc";

  /** Refuses a text of another form. */
  public VpcCidrAssociationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
