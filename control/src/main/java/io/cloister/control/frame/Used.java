package io.cloister.control.frame;

import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a network asks of its data plane. A state may have been made where everything is answered,
 * and be opened where not all of it is carried.
 */
public final class Used {
  private Used() {}

  /** The features that something in the network needs. */
  public static Set<Feature> by(Network network) {
    Set<Feature> used = EnumSet.noneOf(Feature.class);
    if (network.peerings().values().anyMatch(Used::lives)) {
      used.add(Feature.PEERING);
    }
    network.endpoints().values().map(Used::of).forEach(used::add);
    if (!network.transitGateways().isEmpty()) {
      used.add(Feature.TRANSIT_GATEWAYS);
    }
    if (!network.loadBalancers().isEmpty()) {
      used.add(Feature.LOAD_BALANCERS);
    }
    if (!network.flowLogs().isEmpty()) {
      used.add(Feature.FLOW_LOGS);
    }
    return used;
  }

  private static Feature of(VpcEndpoint endpoint) {
    return switch (endpoint.type()) {
      case GATEWAY -> Feature.GATEWAY_ENDPOINTS;
      case INTERFACE -> Feature.INTERFACE_ENDPOINTS;
    };
  }

  /** Whether it is in use, or still may be. */
  private static boolean lives(PeeringConnection peering) {
    return switch (peering.status()) {
      case INITIATING_REQUEST, PENDING_ACCEPTANCE, PROVISIONING, ACTIVE -> true;
      case DELETED, REJECTED, FAILED, EXPIRED -> false;
    };
  }
}
