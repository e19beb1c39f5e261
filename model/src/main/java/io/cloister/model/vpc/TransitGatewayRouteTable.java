package io.cloister.model.vpc;

import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.ip.Prefix;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A route table of a transit gateway. The attachments that are associated with it name it ({@link
 * TransitGatewayAttachment#association}); what propagates to it is kept here.
 *
 * @param propagations the attachments whose VPCs' blocks are routes here
 * @param routes the static ones, at most one for a destination
 */
public record TransitGatewayRouteTable(
    TransitGatewayRouteTableId id,
    Scope scope,
    TransitGatewayId gateway,
    List<TransitGatewayAttachmentId> propagations,
    List<StaticRoute> routes,
    Instant created)
    implements Resource {

  /**
   * A static route.
   *
   * @param attachment where it leads; none for a blackhole
   */
  public record StaticRoute(Prefix destination, Optional<TransitGatewayAttachmentId> attachment) {}

  /** Copies the lists. */
  public TransitGatewayRouteTable {
    propagations = List.copyOf(propagations);
    routes = List.copyOf(routes);
  }

  /** With other propagations. */
  public TransitGatewayRouteTable withPropagations(List<TransitGatewayAttachmentId> other) {
    return new TransitGatewayRouteTable(id, scope, gateway, other, routes, created);
  }

  /** With other static routes. */
  public TransitGatewayRouteTable withRoutes(List<StaticRoute> other) {
    return new TransitGatewayRouteTable(id, scope, gateway, propagations, other, created);
  }
}
