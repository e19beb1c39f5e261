package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which routes a table may have (VPC user guide, "Route table concepts", "Considerations for
 * customer managed routes" and "Gateway route tables").
 */
final class RouteRules {
  /** Link-local addresses that AWS keeps for its services. */
  private static final List<Prefix> RESERVED =
      List.of(Prefix.of("169.254.168.0/22"), Prefix.of("fd00:ec2::/32"));

  private RouteRules() {}

  /**
   * Refuses a route that its table may not have.
   *
   * @throws AwsException {@code InvalidParameterValue}
   */
  static void check(Network network, RouteTable table, Prefix destination, RouteTarget target) {
    for (Prefix reserved : RESERVED) {
      if (reserved.contains(destination)) {
        throw invalid(
            "The destination CIDR block %s lies in %s, which is reserved for services of AWS"
                .formatted(destination, reserved));
      }
    }
    Vpc vpc = network.vpcs().require(table.vpc());
    if (vpc.cidrs().anyMatch(b -> b.contains(destination))) {
      checkInside(network, vpc, destination, target);
    }
    if (forGateway(table)) {
      checkForGateway(network, vpc, table, destination, target);
    }
  }

  /** Whether a table is a gateway's. */
  static boolean forGateway(RouteTable table) {
    return table.associations().stream()
        .anyMatch(a -> a.with() instanceof RouteTableAssociation.OfGateway);
  }

  /**
   * Refuses to give a table to a gateway when one of its routes is not for gateways.
   *
   * @throws AwsException {@code InvalidParameterValue}
   */
  static void checkForGateway(Network network, RouteTable table) {
    Vpc vpc = network.vpcs().require(table.vpc());
    for (Route route : table.routes()) {
      checkForGateway(network, vpc, table, route.destination(), route.target());
    }
  }

  private static void checkInside(
      Network network, Vpc vpc, Prefix destination, RouteTarget target) {
    switch (target) {
      case RouteTarget.ToInternetGateway _,
          RouteTarget.ToPeering _,
          RouteTarget.ToTransitGateway _,
          RouteTarget.ToEndpoint _ ->
          throw invalid(
              "The destination CIDR block %s is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance."
                  .formatted(destination));
      case RouteTarget.ToInterface _ -> {
        if (!ofVpc(vpc, destination) && !ofSubnet(network, vpc, destination)) {
          throw invalid(
              "The destination CIDR block %s is more specific than one of this VPC's CIDR blocks and must be the whole CIDR block of a subnet: %s"
                  .formatted(destination, subnets(network, vpc)));
        }
      }
      case RouteTarget.Local _ -> {
        if (!ofVpc(vpc, destination)) {
          throw invalid(
              "The destination CIDR block %s is not a CIDR block of %s: its target can't be local"
                  .formatted(destination, vpc.id()));
        }
      }
    }
  }

  private static void checkForGateway(
      Network network, Vpc vpc, RouteTable table, Prefix destination, RouteTarget target) {
    boolean known = ofVpc(vpc, destination) || ofSubnet(network, vpc, destination);
    boolean allowed =
        switch (target) {
          case RouteTarget.Local _, RouteTarget.ToInterface _ -> true;
          case RouteTarget.ToInternetGateway _,
              RouteTarget.ToPeering _,
              RouteTarget.ToTransitGateway _,
              RouteTarget.ToEndpoint _ ->
              false;
        };
    if (!known || !allowed) {
      throw invalid(
          "The route table %s of a gateway can't have the route %s: it may lead the CIDR block of %s, or of a subnet of it, to local or to a network interface"
              .formatted(table.id(), destination, vpc.id()));
    }
  }

  private static boolean ofVpc(Vpc vpc, Prefix destination) {
    return vpc.cidrs().anyMatch(destination::equals);
  }

  private static boolean ofSubnet(Network network, Vpc vpc, Prefix destination) {
    return subnets(network, vpc).contains(destination);
  }

  private static List<Prefix> subnets(Network network, Vpc vpc) {
    return Parts.subnets(network, vpc.id()).stream()
        .flatMap(
            s -> Stream.concat(Stream.of(s.cidr()), s.ipv6().stream().map(Subnet.Ipv6Block::cidr)))
        .toList();
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidParameterValue", message);
  }
}
