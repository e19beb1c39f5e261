package io.cloister.control.action.vpc;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.Optional;

/**
 * Whether the target of a route is there. A route whose target isn't is a blackhole: it still wins
 * over less specific ones, and what it wins is dropped (VPC user guide, "Route priority"; EC2 API
 * reference, {@code Route}). The state isn't kept anywhere, so it can't be wrong.
 */
final class RouteStates {
  private RouteStates() {}

  /** {@code active} or {@code blackhole}. */
  static String text(Network network, RouteTable table, Route route) {
    return active(network, table, route) ? "active" : "blackhole";
  }

  private static boolean active(Network network, RouteTable table, Route route) {
    return switch (route.target()) {
      case RouteTarget.Local() -> true;
      case RouteTarget.ToInternetGateway(InternetGatewayId id) ->
          network
              .internetGateways()
              .get(id)
              .flatMap(InternetGateway::vpc)
              .filter(table.vpc()::equals)
              .isPresent();
      case RouteTarget.ToInterface(NetworkInterfaceId id) ->
          instance(network, id).filter(RouteStates::up).isPresent();
      case RouteTarget.ToPeering(PeeringConnectionId id) ->
          network.peerings().get(id).filter(PeeringConnection::active).isPresent();
      case RouteTarget.ToTransitGateway(TransitGatewayId id) ->
          network
              .index()
              .attachments(table.vpc())
              .map(network.attachments()::require)
              .anyMatch(a -> a.gateway().equals(id) && a.available());
      case RouteTarget.ToEndpoint(VpcEndpointId id) ->
          network.endpoints().get(id).filter(VpcEndpoint::available).isPresent();
    };
  }

  private static boolean up(Instance instance) {
    return switch (instance.state()) {
      case PENDING, RUNNING, STOPPING, SHUTTING_DOWN -> true;
      case STOPPED, TERMINATED -> false;
    };
  }

  /** The instance that an interface is attached to. */
  static Optional<Instance> instance(Network network, NetworkInterfaceId eni) {
    return network
        .interfaces()
        .get(eni)
        .flatMap(NetworkInterface::attachment)
        .flatMap(a -> network.instances().get(a.instance()));
  }
}
