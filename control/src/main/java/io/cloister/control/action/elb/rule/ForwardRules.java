package io.cloister.control.action.elb.rule;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.elb.support.GroupUse;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Network;

/** Which target groups a load balancer may forward to. */
final class ForwardRules {
  private ForwardRules() {}

  /**
   * Refuses a group that the listener can't forward to.
   *
   * @throws AwsException {@code IncompatibleProtocols}, {@code InvalidConfigurationRequest} for
   *     another VPC or an unfit type, {@code TargetGroupAssociationLimit} for a group of another
   *     load balancer
   */
  static void check(
      Network network, LoadBalancer balancer, BalancerProtocol listener, TargetGroup group) {
    if (!fits(listener, group.protocol())) {
      throw new AwsException(
          "IncompatibleProtocols",
          "The protocol '%s' of target group '%s' cannot be used with a listener of the protocol '%s'"
              .formatted(group.protocol(), group.name(), listener));
    }
    if (!group.vpc().equals(balancer.vpc())) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "Target group '%s' is in %s, the load balancer in %s"
              .formatted(group.name(), group.vpc(), balancer.vpc()));
    }
    GroupUse.balancers(network, group.id())
        .filter(b -> !b.equals(balancer.id()))
        .findFirst()
        .ifPresent(other -> {
          throw new AwsException(
              "TargetGroupAssociationLimit",
              "Target group '%s' cannot be associated with more than one load balancer: it is %s's"
                  .formatted(group.name(), other));
        });
  }

  private static boolean fits(BalancerProtocol listener, BalancerProtocol group) {
    return switch (listener) {
      case HTTP, HTTPS -> group.isHttp();
      case TCP -> group == BalancerProtocol.TCP || group == BalancerProtocol.TCP_UDP;
      case TLS -> group == BalancerProtocol.TCP || group == BalancerProtocol.TLS;
      case UDP -> group == BalancerProtocol.UDP || group == BalancerProtocol.TCP_UDP;
      case TCP_UDP -> group == BalancerProtocol.TCP_UDP;
    };
  }
}
