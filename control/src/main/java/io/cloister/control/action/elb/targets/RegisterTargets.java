package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** Registers targets. One that is there already stays where it is. */
public record RegisterTargets() implements Action<RegisterTargetsRequest, RegisterTargetsResponse> {
  @Override
  public Class<RegisterTargetsRequest> request() {
    return RegisterTargetsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArn", "Targets");
  }

  @Override
  public Decision<RegisterTargetsResponse> decide(
      Network network, Caller caller, RegisterTargetsRequest request, Draw draw) {

    TargetGroup group = ElbLookups.targetGroup(network, caller, request.targetGroupArn());
    List<TargetGroup.Target> targets = new ArrayList<>(group.targets());
    for (TargetDescription given : request.targets()) {
      TargetGroup.Target target = TargetRules.checked(network, caller, group, given);
      if (targets.stream().noneMatch(t -> TargetRules.same(t, target))) {
        targets.add(target);
      }
    }
    if (group.targetType() == TargetGroup.TargetType.ALB && targets.size() > 1) {
      throw new AwsException(
          "TooManyTargets",
          "A target group of type 'alb' has one target: deregister %s first"
              .formatted(group.targets().getFirst().id()));
    }
    Quotas.of(network, caller).check(Quota.TARGETS_PER_TARGET_GROUP, targets.size());
    return Decision.of(
        RegisterTargetsResponse.builder().build(), new Change.Put(group.withTargets(targets)));
  }
}
