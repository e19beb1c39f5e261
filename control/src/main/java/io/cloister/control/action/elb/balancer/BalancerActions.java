package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.PublicPool;
import java.util.List;

/** The actions on load balancers. */
public final class BalancerActions {
  private BalancerActions() {}

  /**
   * One of each.
   *
   * @param pool where public addresses of nodes come from
   */
  public static List<Action<?, ?>> all(PublicPool pool) {
    return List.of(
        new CreateLoadBalancer(pool),
        new DescribeLoadBalancers(),
        new DeleteLoadBalancer(),
        new DescribeLoadBalancerAttributes(),
        new ModifyLoadBalancerAttributes(),
        new SetSecurityGroups(),
        new SetSubnets(pool),
        new SetIpAddressType(pool));
  }
}
