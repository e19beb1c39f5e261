package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Associations of route tables with subnets, gateways, and VPCs as a whole. */
final class Associations {
  /** An association and the table that it belongs to. */
  record Found(RouteTable table, RouteTableAssociation association) {}

  private Associations() {}

  /**
   * The caller's association with this id.
   *
   * @throws AwsException {@code InvalidAssociationID.NotFound}
   */
  static Found get(Network network, Caller caller, @Nullable String text) {
    if (text == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter associationId");
    }
    for (RouteTable table : network.routeTables()) {
      if (table.scope().equals(caller.scope())) {
        for (RouteTableAssociation association : table.associations()) {
          if (association.id().value().equals(text)) {
            return new Found(table, association);
          }
        }
      }
    }
    throw new AwsException(
        "InvalidAssociationID.NotFound", "The association ID '%s' does not exist".formatted(text));
  }

  /** The association of something with a table of its VPC, if it has one of its own. */
  static Optional<Found> of(Network network, RouteTable like, RouteTableAssociation.With with) {
    for (RouteTable table : Parts.routeTables(network, like.vpc())) {
      for (RouteTableAssociation association : table.associations()) {
        if (association.with().equals(with)) {
          return Optional.of(new Found(table, association));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses to give a table to what it may not be given to.
   *
   * @throws AwsException {@code InvalidParameterValue}
   */
  static void check(Network network, RouteTable table, RouteTableAssociation.With with) {
    switch (with) {
      case RouteTableAssociation.Main() -> {
        if (RouteRules.forGateway(table)) {
          throw new AwsException(
              "InvalidParameterValue",
              "The route table %s is associated with a gateway and can't be the main route table"
                  .formatted(table.id()));
        }
      }
      case RouteTableAssociation.OfSubnet _ -> {}
      case RouteTableAssociation.OfGateway _ -> {
        if (table.main()) {
          throw new AwsException(
              "InvalidParameterValue",
              "The main route table %s can't be associated with a gateway: use another one"
                  .formatted(table.id()));
        }
        RouteRules.checkForGateway(network, table);
      }
    }
  }

  /** A table with an association of a new id. */
  static RouteTable with(
      RouteTable table, RouteTableAssociationId id, RouteTableAssociation.With with) {
    return table.withAssociations(
        Stream.concat(table.associations().stream(), Stream.of(new RouteTableAssociation(id, with)))
            .toList());
  }

  /** A table without an association. */
  static RouteTable without(RouteTable table, RouteTableAssociation association) {
    return table.withAssociations(
        table.associations().stream().filter(a -> !a.id().equals(association.id())).toList());
  }
}
