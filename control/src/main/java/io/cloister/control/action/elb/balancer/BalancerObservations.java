package io.cloister.control.action.elb.balancer;

import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.List;

/** What the data plane's reports do to load balancers. */
public final class BalancerObservations {
  private BalancerObservations() {}

  /** One that is being set up is active; one that is gone, or was active, stays as it is. */
  public static List<Change> ready(Network network, LoadBalancerArn id) {
    return network
        .loadBalancers()
        .get(id)
        .filter(b -> b.state() == LoadBalancer.State.PROVISIONING)
        .map(b -> List.<Change>of(new Change.Put(b.withState(LoadBalancer.State.ACTIVE))))
        .orElse(List.of());
  }
}
