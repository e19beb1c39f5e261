package io.cloister.control.action.elb.targets;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;

/** The members of a request that are about health checks; what isn't given is null. */
record HealthWish(
    @Nullable Boolean enabled,
    @Nullable String protocol,
    @Nullable String port,
    @Nullable String path,
    @Nullable Integer interval,
    @Nullable Integer timeout,
    @Nullable Integer healthy,
    @Nullable Integer unhealthy,
    @Nullable Matcher matcher) {

  static HealthWish of(CreateTargetGroupRequest request) {
    return new HealthWish(
        request.healthCheckEnabled(),
        request.healthCheckProtocolAsString(),
        request.healthCheckPort(),
        request.healthCheckPath(),
        request.healthCheckIntervalSeconds(),
        request.healthCheckTimeoutSeconds(),
        request.healthyThresholdCount(),
        request.unhealthyThresholdCount(),
        request.matcher());
  }

  static HealthWish of(ModifyTargetGroupRequest request) {
    return new HealthWish(
        request.healthCheckEnabled(),
        request.healthCheckProtocolAsString(),
        request.healthCheckPort(),
        request.healthCheckPath(),
        request.healthCheckIntervalSeconds(),
        request.healthCheckTimeoutSeconds(),
        request.healthyThresholdCount(),
        request.unhealthyThresholdCount(),
        request.matcher());
  }
}
