package io.cloister.model.vpc;

import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import java.time.Instant;
import java.util.Optional;

/**
 * A transit gateway. Its route tables and attachments name it.
 *
 * @param associationDefault the table that new attachments are associated with, if they are
 * @param propagationDefault the table that new attachments propagate to, if they do
 */
public record TransitGateway(
    TransitGatewayId id,
    Scope scope,
    String description,
    Options options,
    Optional<TransitGatewayRouteTableId> associationDefault,
    Optional<TransitGatewayRouteTableId> propagationDefault,
    Instant created)
    implements Resource {

  /**
   * What is chosen for the whole gateway.
   *
   * @param asn its side's number in BGP, kept and given back
   * @param autoAccept whether other accounts' attachments are accepted by themselves
   * @param associate whether new attachments are associated with the default table
   * @param propagate whether new attachments propagate to the default table
   * @param vpnEcmp kept and given back
   * @param dns whether public names are private addresses across it
   * @param groupReferences whether group rules may name groups across it
   */
  public record Options(
      long asn,
      boolean autoAccept,
      boolean associate,
      boolean propagate,
      boolean vpnEcmp,
      boolean dns,
      boolean groupReferences) {}

  /** With other choices. */
  public TransitGateway withOptions(
      String text,
      Options other,
      Optional<TransitGatewayRouteTableId> association,
      Optional<TransitGatewayRouteTableId> propagation) {
    return new TransitGateway(id, scope, text, other, association, propagation, created);
  }
}
