package io.cloister.control.action.peering;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class PeeringActions {
  private PeeringActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateVpcPeeringConnection(),
        new AcceptVpcPeeringConnection(),
        new RejectVpcPeeringConnection(),
        new DeleteVpcPeeringConnection(),
        new DescribeVpcPeeringConnections(),
        new ModifyVpcPeeringConnectionOptions());
  }
}
