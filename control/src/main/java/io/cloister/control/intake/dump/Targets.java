package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTarget;
import java.util.List;
import java.util.Optional;

/** Routes as described: one of many members names the target. */
final class Targets {
  private static final List<String> MEMBERS =
      List.of(
          "NatGatewayId",
          "TransitGatewayId",
          "VpcPeeringConnectionId",
          "EgressOnlyInternetGatewayId",
          "NetworkInterfaceId",
          "InstanceId",
          "LocalGatewayId",
          "CarrierGatewayId",
          "CoreNetworkArn",
          "GatewayId");

  private Targets() {}

  static Route route(Tree tree, Reading reading) throws Unreadable {
    String destination =
        tree.text("DestinationCidrBlock")
            .or(() -> tree.text("DestinationIpv6CidrBlock"))
            .orElse("");
    if (destination.isEmpty()) {
      throw new Unreadable(
          tree.place(),
          "prefix lists are not modelled: " + tree.text("DestinationPrefixListId").orElse("?"));
    }
    return new Route(Reading.prefix(tree, destination), target(tree, reading), origin(tree));
  }

  private static Route.Origin origin(Tree tree) {
    return switch (tree.text("Origin").orElse("CreateRoute")) {
      case "CreateRouteTable" -> Route.Origin.CREATE_ROUTE_TABLE;
      case "EnableVgwRoutePropagation" -> Route.Origin.ENABLE_VGW_ROUTE_PROPAGATION;
      default -> Route.Origin.CREATE_ROUTE;
    };
  }

  private static RouteTarget target(Tree tree, Reading reading) throws Unreadable {
    for (String member : MEMBERS) {
      Optional<String> text = tree.text(member);
      if (text.isPresent()) {
        return target(member, text.get(), tree, reading);
      }
    }
    throw new Unreadable(tree.place(), "a route without a target");
  }

  private static RouteTarget target(String member, String text, Tree tree, Reading reading) {
    if (member.equals("NetworkInterfaceId")) {
      return new RouteTarget.ToInterface(
          new NetworkInterfaceId(reading.id(NetworkInterfaceId.PREFIX, text, tree.place())));
    }
    if (text.equals("local")) {
      return new RouteTarget.Local();
    }
    if (member.equals("GatewayId")
        && (text.startsWith("igw-") || text.startsWith("InternetGatewayId"))) {
      return new RouteTarget.ToInternetGateway(
          new InternetGatewayId(reading.id(InternetGatewayId.PREFIX, text, tree.place())));
    }
    return unknown(text, tree, reading);
  }

  /**
   * A target without a noun. The route must still win over less specific ones, so it leads to an
   * interface that isn't there; the origin of that id says what stands behind it.
   */
  private static RouteTarget unknown(String text, Tree tree, Reading reading) {
    NetworkInterfaceId nowhere =
        new NetworkInterfaceId(Ids.of(NetworkInterfaceId.PREFIX, "target|" + text));
    reading.origin(nowhere, tree.place(), text + ", which is not modelled");
    reading.tally.problem(
        tree.place(), "%s is not modelled: what this route takes is dropped".formatted(text));
    return new RouteTarget.ToInterface(nowhere);
  }
}
