package io.cloister.model.vpc;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;

/** Where a route leads. */
public sealed interface RouteTarget {

  /** Straight to the addresses of the VPC. */
  record Local() implements RouteTarget {}

  /** To an internet gateway. */
  record ToInternetGateway(InternetGatewayId id) implements RouteTarget {}

  /** To an interface: a middlebox. A route to an instance is one to its only interface. */
  record ToInterface(NetworkInterfaceId id) implements RouteTarget {}
}
