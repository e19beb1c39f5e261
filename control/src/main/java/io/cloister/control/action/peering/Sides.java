package io.cloister.control.action.peering;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.vpc.Defaults;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.PeeringConnection.Side;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.Vpc;
import java.util.Optional;

/** The two VPCs of a connection, and who may do what. */
final class Sides {
  static final String IMPOSSIBLE =
      "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range";

  private Sides() {}

  /** Whether two VPCs can be peered: both are there and no blocks of theirs overlap. */
  static boolean possible(Network network, Side one, Side other) {
    Optional<Vpc> first = vpc(network, one);
    Optional<Vpc> second = vpc(network, other);
    return first.isPresent()
        && second.isPresent()
        && first.get().cidrs().noneMatch(a -> second.get().cidrs().anyMatch(a::overlaps));
  }

  /** The VPC of a side; a default VPC is there before its account has done anything. */
  static Optional<Vpc> vpc(Network network, Side side) {
    Scope scope = side.scope();
    Network opened =
        network.opened().has(scope) ? network : network.apply(Defaults.of(side.scope()));
    return opened.vpcs().get(side.vpc()).filter(v -> v.scope().equals(scope));
  }

  /**
   * Refuses whoever isn't the accepter, or asks in another Region than the accepter's VPC is in.
   *
   * @param verb such as {@code accept}
   * @throws AwsException {@code OperationNotPermitted}
   */
  static void checkAccepter(Caller caller, PeeringConnection peering, String verb) {
    Scope accepter = peering.accepter().scope();
    if (!accepter.account().equals(caller.account())) {
      throw new AwsException(
          "OperationNotPermitted",
          "User %s cannot %s peering %s: account %s can"
              .formatted(caller.account(), verb, peering.id(), accepter.account()));
    }
    if (!accepter.equals(caller.scope())) {
      throw new AwsException(
          "OperationNotPermitted",
          "Incorrect region (%s) specified for this request. VPC peering connection %s must be %sed in region %s"
              .formatted(caller.region(), peering.id(), verb, accepter.region()));
    }
  }

  /** The error for a state that a call can't lead out of. */
  static AwsException transition(PeeringConnection peering, String to) {
    return new AwsException(
        "InvalidStateTransition",
        "Invalid state transition for %s, attempted to transition from %s to %s"
            .formatted(peering.id(), peering.status().text(), to));
  }
}
