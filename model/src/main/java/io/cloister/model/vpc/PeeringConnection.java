package io.cloister.model.vpc;

import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.VpcId;
import java.time.Instant;
import java.util.Optional;

/**
 * A VPC peering connection. It belongs to its requester and is seen by both sides.
 *
 * @param scope the requester's
 * @param message what AWS says about the status
 * @param expires when a request that nobody accepts lapses: {@link #at} tells
 * @param since when the status began
 */
public record PeeringConnection(
    PeeringConnectionId id,
    Scope scope,
    Side requester,
    Side accepter,
    Status status,
    String message,
    Instant expires,
    Instant since)
    implements Resource {

  /**
   * One side.
   *
   * @param scope where its VPC is, or was said to be by the requester
   * @param remoteDns whether the public names of this side's instances are private addresses for
   *     the other side: {@code AllowDnsResolutionFromRemoteVpc}
   */
  public record Side(Scope scope, VpcId vpc, boolean remoteDns) {}

  /** AWS's states of a peering connection. */
  public enum Status {
    /** Being asked for. */
    INITIATING_REQUEST("initiating-request"),
    /** Asked for: the accepter has seven days. */
    PENDING_ACCEPTANCE("pending-acceptance"),
    /** Accepted, not yet in use. */
    PROVISIONING("provisioning"),
    /** In use. */
    ACTIVE("active"),
    /** Deleted by either side. */
    DELETED("deleted"),
    /** Refused by the accepter. */
    REJECTED("rejected"),
    /** Impossible: no such VPC, or ranges that overlap. */
    FAILED("failed"),
    /** Not accepted in time. */
    EXPIRED("expired");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** AWS's word. */
    public String text() {
      return text;
    }
  }

  /** Whether routes over it lead anywhere. */
  public boolean active() {
    return status == Status.ACTIVE;
  }

  /** The side that a VPC is, if it is one. */
  public Optional<Side> side(VpcId vpc) {
    return vpc.equals(requester.vpc())
        ? Optional.of(requester)
        : vpc.equals(accepter.vpc()) ? Optional.of(accepter) : Optional.empty();
  }

  /** The other side than this VPC, if it is one. */
  public Optional<Side> beyond(VpcId vpc) {
    return vpc.equals(requester.vpc())
        ? Optional.of(accepter)
        : vpc.equals(accepter.vpc()) ? Optional.of(requester) : Optional.empty();
  }

  /** As it is at a time: a request that nobody accepted lapses without anybody's doing. */
  public PeeringConnection at(Instant now) {
    return status == Status.PENDING_ACCEPTANCE && !now.isBefore(expires)
        ? withStatus(Status.EXPIRED, "Expired", expires)
        : this;
  }

  /** In another state from a time on. */
  public PeeringConnection withStatus(Status other, String why, Instant when) {
    return new PeeringConnection(id, scope, requester, accepter, other, why, expires, when);
  }

  /** With other sides. */
  public PeeringConnection withSides(Side asking, Side accepting) {
    return new PeeringConnection(id, scope, asking, accepting, status, message, expires, since);
  }
}
