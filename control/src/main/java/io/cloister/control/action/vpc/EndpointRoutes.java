package io.cloister.control.action.vpc;

import io.cloister.control.region.ServicePrefixLists;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Route;

/**
 * The routes that gateway endpoints have in tables. They follow from the endpoints and can't be
 * edited by hand (AWS PrivateLink guide, "Gateway endpoints").
 */
final class EndpointRoutes {
  private EndpointRoutes() {}

  /** The gateway endpoints with a route in a table. */
  static Stream<VpcEndpoint> endpoints(Network network, RouteTable table) {
    return network
        .index()
        .endpoints(table.vpc())
        .map(network.endpoints()::require)
        .filter(e -> e.routeTables().contains(table.id()));
  }

  /** Their routes as EC2 answers them. */
  static Stream<Route> of(Network network, RouteTable table) {
    return endpoints(network, table)
        .map(e ->
            Route.builder()
                .destinationPrefixListId(ServicePrefixLists.ofService(e.service()))
                .gatewayId(e.id().value())
                .origin("CreateRoute")
                .state(e.available() ? "active" : "blackhole")
                .build());
  }
}
