package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;

/** Changes how the targets of a group are checked. */
public record ModifyTargetGroup()
    implements Action<ModifyTargetGroupRequest, ModifyTargetGroupResponse> {
  @Override
  public Class<ModifyTargetGroupRequest> request() {
    return ModifyTargetGroupRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "TargetGroupArn",
        "HealthCheckEnabled",
        "HealthCheckProtocol",
        "HealthCheckPort",
        "HealthCheckPath",
        "HealthCheckIntervalSeconds",
        "HealthCheckTimeoutSeconds",
        "HealthyThresholdCount",
        "UnhealthyThresholdCount",
        "Matcher");
  }

  @Override
  public Decision<ModifyTargetGroupResponse> decide(
      Network network, Caller caller, ModifyTargetGroupRequest request, Draw draw) {

    TargetGroup group = ElbLookups.targetGroup(network, caller, request.targetGroupArn());
    GroupShape shape =
        new GroupShape(
            group.targetType(), group.protocol(), group.protocolVersion(), group.family());
    TargetGroup after =
        group.withHealth(HealthRules.with(shape, group.health(), HealthWish.of(request)));
    return Decision.of(
        ModifyTargetGroupResponse.builder()
            .targetGroups(TargetGroupAnswer.of(network, after))
            .build(),
        new Change.Put(after));
  }
}
