package io.cloister.model.vpc;

import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.id.VpcId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The attachment of a VPC to a transit gateway.
 *
 * @param scope the VPC's
 * @param legs one for each Availability Zone at most: traffic of the gateway comes out there
 * @param association the table that routes what the VPC sends; without one it is dropped
 */
public record TransitGatewayAttachment(
    TransitGatewayAttachmentId id,
    Scope scope,
    TransitGatewayId gateway,
    VpcId vpc,
    List<Leg> legs,
    Options options,
    Optional<TransitGatewayRouteTableId> association,
    State state,
    Instant created)
    implements Resource {

  /**
   * What is chosen for one attachment.
   *
   * @param dns whether public names are private addresses across it
   * @param groupReferences whether the VPC's group rules may name groups across it
   * @param ipv6 whether IPv6 passes
   * @param applianceMode whether both directions of a flow use the same zone
   */
  public record Options(
      boolean dns, boolean groupReferences, boolean ipv6, boolean applianceMode) {}

  /** AWS's states of an attachment. */
  public enum State {
    /** The gateway's owner has to accept it. */
    PENDING_ACCEPTANCE("pendingAcceptance"),
    /** In use. */
    AVAILABLE("available"),
    /** Refused by the gateway's owner. */
    REJECTED("rejected"),
    /** Gone; described for a while. */
    DELETED("deleted");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** AWS's word. */
    public String text() {
      return text;
    }
  }

  /** Copies the legs. */
  public TransitGatewayAttachment {
    legs = List.copyOf(legs);
  }

  /** Whether packets pass. */
  public boolean available() {
    return state == State.AVAILABLE;
  }

  /** With other legs and choices. */
  public TransitGatewayAttachment withLegs(List<Leg> other, Options choices) {
    return new TransitGatewayAttachment(
        id, scope, gateway, vpc, other, choices, association, state, created);
  }

  /** Associated with another table, or with none. */
  public TransitGatewayAttachment withAssociation(Optional<TransitGatewayRouteTableId> other) {
    return new TransitGatewayAttachment(
        id, scope, gateway, vpc, legs, options, other, state, created);
  }

  /** In another state. */
  public TransitGatewayAttachment withState(State other) {
    return new TransitGatewayAttachment(
        id, scope, gateway, vpc, legs, options, association, other, created);
  }
}
