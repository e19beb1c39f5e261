package io.cloister.control.action.transit;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteAttachment;

/** The routes of a transit gateway's table: static ones, and blocks of VPCs that propagate. */
final class TransitRoutes {
  private TransitRoutes() {}

  /**
   * A route as it is in force.
   *
   * @param propagated whether it is there because a VPC has the block
   */
  record Route(
      Prefix destination, Optional<TransitGatewayAttachment> attachment, boolean propagated) {

    software.amazon.awssdk.services.ec2.model.TransitGatewayRoute shape() {
      var shape =
          software.amazon.awssdk.services.ec2.model.TransitGatewayRoute.builder()
              .destinationCidrBlock(destination.toString())
              .type(propagated ? "propagated" : "static")
              .state(
                  attachment.filter(TransitGatewayAttachment::available).isPresent()
                      ? "active"
                      : "blackhole");
      attachment.ifPresent(a ->
          shape.transitGatewayAttachments(
              List.of(
                  TransitGatewayRouteAttachment.builder()
                      .resourceId(a.vpc().value())
                      .resourceType("vpc")
                      .transitGatewayAttachmentId(a.id().value())
                      .build())));
      return shape.build();
    }
  }

  /** Those of a table, by destination: a static one wins over what is propagated. */
  static List<Route> of(Network network, TransitGatewayRouteTable table) {
    Map<Prefix, Route> routes = new HashMap<>();
    table
        .routes()
        .forEach(r ->
            routes.put(
                r.destination(),
                new Route(
                    r.destination(), r.attachment().flatMap(network.attachments()::get), false)));
    table.propagations().stream()
        .sorted()
        .map(network.attachments()::require)
        .filter(TransitGatewayAttachment::available)
        .forEach(a ->
            network
                .vpcs()
                .require(a.vpc())
                .cidrs()
                .forEach(c -> routes.putIfAbsent(c, new Route(c, Optional.of(a), true))));
    return routes.values().stream().sorted(Comparator.comparing(Route::destination)).toList();
  }

  /**
   * A destination as a request writes it.
   *
   * @throws AwsException {@code InvalidParameterValue}
   */
  static Prefix destination(@Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(Prefix::parse)
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameterValue",
                "Value (%s) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block."
                    .formatted(text)));
  }

  /** The route that a request describes: to an attachment of the table's gateway, or nowhere. */
  static TransitGatewayRouteTable.StaticRoute wanted(
      Network network,
      Caller caller,
      TransitGatewayRouteTable table,
      @Nullable String destination,
      @Nullable String attachment,
      @Nullable Boolean blackhole) {
    Prefix prefix = destination(destination);
    boolean nowhere = Boolean.TRUE.equals(blackhole);
    if (nowhere == (attachment != null)) {
      throw new AwsException(
          nowhere ? "InvalidParameterCombination" : "MissingParameter",
          "A route needs transitGatewayAttachmentId, or blackhole, and not both");
    }
    if (attachment == null) {
      return new TransitGatewayRouteTable.StaticRoute(prefix, Optional.empty());
    }
    TransitGatewayAttachment to = Transit.attachment(network, caller, attachment);
    Transit.checkSame(to, table);
    return new TransitGatewayRouteTable.StaticRoute(prefix, Optional.of(to.id()));
  }

  /** The table's static routes but for one destination. */
  static Stream<TransitGatewayRouteTable.StaticRoute> without(
      TransitGatewayRouteTable table, Prefix destination) {
    return table.routes().stream().filter(r -> !r.destination().equals(destination));
  }

  /** Whether a table has a static route with a destination. */
  static boolean has(TransitGatewayRouteTable table, Prefix destination) {
    return table.routes().stream().anyMatch(r -> r.destination().equals(destination));
  }

  /** The error for a static route that isn't there. */
  static AwsException missing(TransitGatewayRouteTable table, Prefix destination) {
    return new AwsException(
        "InvalidRoute.NotFound",
        "Route %s is not found in Transit Gateway Route Table %s"
            .formatted(destination, table.id()));
  }

  /** A static route of a table as EC2 answers it. */
  static software.amazon.awssdk.services.ec2.model.TransitGatewayRoute shape(
      Network network, TransitGatewayRouteTable.StaticRoute route) {
    return new Route(
            route.destination(), route.attachment().flatMap(network.attachments()::get), false)
        .shape();
  }
}
