package io.cloister.advice.lint;

import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import java.util.Optional;
import java.util.stream.Stream;

/** Routes that lead nowhere, are missing, or are where they surprise. */
final class Routing {
  private Routing() {}

  static Stream<Finding> of(Network network) {
    return Stream.of(
            network.routeTables().values().flatMap(t -> tables(network, t)),
            network.interfaces().values().flatMap(i -> unreachable(network, i)))
        .flatMap(s -> s);
  }

  /** The widest route of a subnet to an internet gateway, for IPv4. */
  static Optional<Route> internetRoute(Network network, SubnetId id) {
    return network.subnets().get(id).stream()
        .filter(_ -> tableKnown(network, id))
        .flatMap(s -> network.routeTableOf(s).routes().stream())
        .filter(Routing::toInternet)
        .min((a, b) -> Integer.compare(a.destination().length(), b.destination().length()));
  }

  private static boolean tableKnown(Network network, SubnetId id) {
    return network
        .subnets()
        .get(id)
        .filter(s -> Lint.described(network, network.routeTableOf(s).id()))
        .isPresent();
  }

  private static boolean toInternet(Route route) {
    return route.target() instanceof RouteTarget.ToInternetGateway
        && route.destination().family() == Family.IPV4;
  }

  private static Stream<Finding> tables(Network network, RouteTable table) {
    Stream<Finding> dead =
        table.routes().stream()
            .flatMap(r ->
                dead(network, table, r.target()).stream()
                    .map(why ->
                        new Finding(
                            Rule.RT_01,
                            table.id(),
                            "the route %s of %s is a blackhole: %s"
                                .formatted(r.destination(), table.id(), why))));
    return table.main() && !network.vpcs().get(table.vpc()).map(v -> v.isDefault()).orElse(true)
        ? Stream.concat(dead, mainToInternet(table))
        : dead;
  }

  private static Stream<Finding> mainToInternet(RouteTable table) {
    return table.routes().stream()
        .filter(Routing::toInternet)
        .map(r ->
            new Finding(
                Rule.RT_06,
                table.id(),
                "the main table of %s has the route %s to an internet gateway: every new subnet is public"
                    .formatted(table.vpc(), r.destination())));
  }

  /** Why packets on a route are lost; none also where the input doesn't tell. */
  private static Optional<String> dead(Network network, RouteTable table, RouteTarget target) {
    return switch (target) {
      case RouteTarget.ToInternetGateway(var id) ->
          network
              .internetGateways()
              .get(id)
              .filter(g -> g.vpc().filter(table.vpc()::equals).isEmpty())
              .map(_ -> id + " is not attached to " + table.vpc());
      case RouteTarget.ToInterface(var id) ->
          network
              .interfaces()
              .get(id)
              .filter(i -> i.attachment().isEmpty() && i.requester().isEmpty())
              .map(_ -> id + " is attached to no instance");
      case RouteTarget.ToPeering(var id) ->
          network
              .peerings()
              .get(id)
              .filter(p -> p.status() != PeeringConnection.Status.ACTIVE)
              .map(p -> id + " is " + p.status().text());
      case RouteTarget.ToEndpoint(var id) ->
          network
              .endpoints()
              .get(id)
              .filter(e -> !e.available())
              .map(e -> id + " is " + e.state().text());
      case RouteTarget.Local _, RouteTarget.ToTransitGateway _ -> Optional.empty();
    };
  }

  private static Stream<Finding> unreachable(Network network, NetworkInterface eni) {
    boolean has =
        eni.ipv4().stream().anyMatch(a -> a.publicAddress().isPresent())
            || network.index().elasticIps(eni.id()).findAny().isPresent();
    return has
            && eni.attachment().isPresent()
            && tableKnown(network, eni.subnet())
            && internetRoute(network, eni.subnet()).isEmpty()
        ? Stream.of(
            new Finding(
                Rule.RT_02,
                eni.id(),
                "%s has a public address and its subnet %s has no route to an internet gateway"
                    .formatted(eni.id(), eni.subnet())))
        : Stream.empty();
  }
}
