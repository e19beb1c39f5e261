package io.cloister.control.action.endpoint;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class EndpointActions {
  private EndpointActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateVpcEndpoint(),
        new ModifyVpcEndpoint(),
        new DeleteVpcEndpoints(),
        new DescribeVpcEndpoints(),
        new DescribeVpcEndpointServices());
  }
}
