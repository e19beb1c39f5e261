package io.cloister.control.action.elb.tags;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Resource;

/** Finds what can have tags by an ARN of any kind. */
final class Tagged {
  private Tagged() {}

  /**
   * The resource of an ARN.
   *
   * @throws AwsException the code of its kind when it isn't there; {@code ValidationError} for an
   *     ARN of no kind
   */
  static ResourceId find(Network network, Caller caller, String arn) {
    String resource =
        arn.startsWith("arn:") ? arn.split(":", 6).length < 6 ? "" : arn.split(":", 6)[5] : "";
    Resource found =
        resource.startsWith(LoadBalancerArn.RESOURCE)
            ? ElbLookups.balancer(network, caller, arn)
            : resource.startsWith(TargetGroupArn.RESOURCE)
                ? ElbLookups.targetGroup(network, caller, arn)
                : resource.startsWith(ListenerArn.RESOURCE)
                    ? ElbLookups.listener(network, caller, arn)
                    : resource.startsWith(ListenerRuleArn.RESOURCE)
                        ? ElbLookups.rule(network, caller, arn)
                        : none(arn);
    return found.id();
  }

  private static Resource none(String arn) {
    throw new AwsException(
        "ValidationError",
        "'%s' is not the ARN of a load balancer, a target group, a listener or a rule"
            .formatted(arn));
  }
}
