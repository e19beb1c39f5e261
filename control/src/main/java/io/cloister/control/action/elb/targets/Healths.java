package io.cloister.control.action.elb.targets;

import io.cloister.model.elb.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Where the health of targets comes from: whoever checks them. */
@FunctionalInterface
public interface Healths {
  /** Where nothing checks: AWS's answer until the first check has been made. */
  Healths NONE =
      (_, _) ->
          TargetHealth.builder()
              .state(TargetHealthStateEnum.INITIAL)
              .reason(TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING)
              .description("Initial health checks in progress")
              .build();

  /** What the last checks of a registered target that is in use say. */
  TargetHealth of(TargetGroup group, TargetGroup.Target target);
}
