package io.cloister.model.vpc;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import java.util.Optional;

/**
 * An internet gateway.
 *
 * @param vpc the VPC that it is attached to
 */
public record InternetGateway(InternetGatewayId id, Scope scope, Optional<VpcId> vpc)
    implements Resource {
  /** Attached to a VPC. */
  public InternetGateway attachedTo(VpcId other) {
    return new InternetGateway(id, scope, Optional.of(other));
  }

  /** Attached to none. */
  public InternetGateway detached() {
    return new InternetGateway(id, scope, Optional.empty());
  }
}
