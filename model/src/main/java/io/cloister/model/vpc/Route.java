package io.cloister.model.vpc;

import io.cloister.model.ip.Prefix;

/**
 * A route. Whether it is active or a blackhole is not kept: it follows from its target.
 *
 * @param destination the block of addresses that it is for
 */
public record Route(Prefix destination, RouteTarget target, Origin origin) {

  /** How a route came into its table. */
  public enum Origin {
    /** With the table: the local routes. */
    CREATE_ROUTE_TABLE,
    /** By a call of CreateRoute. */
    CREATE_ROUTE,
    /** From a virtual private gateway. */
    ENABLE_VGW_ROUTE_PROPAGATION
  }
}
