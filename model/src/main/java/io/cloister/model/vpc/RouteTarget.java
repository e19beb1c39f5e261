package io.cloister.model.vpc;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.VpcEndpointId;

/** Where a route leads. */
public sealed interface RouteTarget {

  /** Straight to the addresses of the VPC. */
  record Local() implements RouteTarget {}

  /** To an internet gateway. */
  record ToInternetGateway(InternetGatewayId id) implements RouteTarget {}

  /** To an interface: a middlebox. A route to an instance is one to its only interface. */
  record ToInterface(NetworkInterfaceId id) implements RouteTarget {}

  /** Over a peering connection. */
  record ToPeering(PeeringConnectionId id) implements RouteTarget {}

  /** To a transit gateway. */
  record ToTransitGateway(TransitGatewayId id) implements RouteTarget {}

  /** Through a gateway endpoint to its service. */
  record ToEndpoint(VpcEndpointId id) implements RouteTarget {}
}
