package io.cloister.model.vpc;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.SubnetId;

/** What a route table is used for, under an id of its own. */
public record RouteTableAssociation(RouteTableAssociationId id, With with) {

  /** The other side of an association. */
  public sealed interface With {}

  /** The table is the VPC's main one: for every subnet without an association. */
  public record Main() implements With {}

  /** The table is a subnet's. */
  public record OfSubnet(SubnetId id) implements With {}

  /** The table is a gateway's: for what comes in through it. */
  public record OfGateway(InternetGatewayId id) implements With {}
}
