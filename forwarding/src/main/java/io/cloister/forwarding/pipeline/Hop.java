package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;

/** Where a forwarding table sends a packet. */
public sealed interface Hop {

  /** To the port that owns the destination; dropped without a word when none does. */
  record Local() implements Hop {}

  /** To the internet gateway that is attached to the VPC. */
  record ToInternetGateway(InternetGatewayId id) implements Hop {}

  /** To a port, whatever the destination: a middlebox. The port is plugged. */
  record ToInterface(NetworkInterfaceId id) implements Hop {}

  /** Nowhere, without a word. A blackhole takes part in the longest match like any route. */
  record Blackhole(Why why) implements Hop {}

  /** Why a packet is sent nowhere. */
  enum Why {
    /** The table has no route for it. */
    NO_ROUTE,
    /** The route's gateway is gone, or not attached to the VPC. */
    GATEWAY_NOT_ATTACHED,
    /** The route's interface is gone, or not attached to an instance that runs. */
    INTERFACE_NOT_ATTACHED
  }
}
