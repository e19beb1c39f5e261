package io.cloister.control.action.elb.targets;

import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** The states of targets that follow from the network alone. */
final class TargetStates {
  static final TargetHealth UNUSED =
      unused(
          TargetHealthReasonEnum.TARGET_NOT_IN_USE,
          "Target group is not configured to receive traffic from the load balancer");
  static final TargetHealth UNREGISTERED =
      unused(
          TargetHealthReasonEnum.TARGET_NOT_REGISTERED,
          "Target is not registered to the target group");

  private TargetStates() {}

  /** Why a target can't be checked: its instance doesn't run. */
  static Optional<TargetHealth> invalid(
      Network network, TargetGroup group, TargetGroup.Target target) {
    if (group.targetType() != TargetGroup.TargetType.INSTANCE) {
      return Optional.empty();
    }
    boolean runs =
        network
            .instances()
            .where(i -> i.id().value().equals(target.id()))
            .anyMatch(i -> i.state() == Instance.State.RUNNING);
    return runs
        ? Optional.empty()
        : Optional.of(
            unused(
                TargetHealthReasonEnum.TARGET_INVALID_STATE,
                "Target is in the stopped or terminated state"));
  }

  private static TargetHealth unused(TargetHealthReasonEnum reason, String text) {
    return TargetHealth.builder()
        .state(TargetHealthStateEnum.UNUSED)
        .reason(reason)
        .description(text)
        .build();
  }
}
