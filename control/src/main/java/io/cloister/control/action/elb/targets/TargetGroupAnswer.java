package io.cloister.control.action.elb.targets;

import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.control.action.elb.support.GroupUse;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.HealthCheck;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.network.Network;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Target groups as answers give them. */
final class TargetGroupAnswer {
  private TargetGroupAnswer() {}

  static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup of(
      Network network, TargetGroup group) {
    HealthCheck health = group.health();
    software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup.Builder answer =
        software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup.builder()
            .targetGroupArn(group.id().value())
            .targetGroupName(group.name())
            .protocol(group.protocol().name())
            .port(group.port())
            .vpcId(group.vpc().value())
            .targetType(group.targetType().text())
            .ipAddressType(group.family().name().toLowerCase(java.util.Locale.ROOT))
            .healthCheckEnabled(health.enabled())
            .healthCheckProtocol(health.protocol().name())
            .healthCheckPort(health.port().map(p -> Integer.toString(p)).orElse("traffic-port"))
            .healthCheckIntervalSeconds(health.interval())
            .healthCheckTimeoutSeconds(health.timeout())
            .healthyThresholdCount(health.healthy())
            .unhealthyThresholdCount(health.unhealthy())
            .loadBalancerArns(
                GroupUse.balancers(network, group.id()).map(LoadBalancerArn::value).toList());
    if (!group.protocolVersion().isEmpty()) {
      answer.protocolVersion(group.protocolVersion());
    }
    if (health.protocol() == BalancerProtocol.HTTP || health.protocol() == BalancerProtocol.HTTPS) {
      answer.healthCheckPath(health.path()).matcher(matcher(group));
    }
    return answer.build();
  }

  private static Matcher matcher(TargetGroup group) {
    return group.protocolVersion().equals(GroupShape.GRPC)
        ? Matcher.builder().grpcCode(group.health().matcher()).build()
        : Matcher.builder().httpCode(group.health().matcher()).build();
  }

  /** All attributes, with the defaults of those that weren't set. */
  static List<TargetGroupAttribute> attributes(TargetGroup group) {
    return ElbAttributes.of(group).effective(group.attributes()).entrySet().stream()
        .map(e -> TargetGroupAttribute.builder().key(e.getKey()).value(e.getValue()).build())
        .toList();
  }
}
