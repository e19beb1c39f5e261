package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** Deregisters targets: one that is named without a port is taken from all its ports. */
public record DeregisterTargets()
    implements Action<DeregisterTargetsRequest, DeregisterTargetsResponse> {
  @Override
  public Class<DeregisterTargetsRequest> request() {
    return DeregisterTargetsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArn", "Targets");
  }

  @Override
  public Decision<DeregisterTargetsResponse> decide(
      Network network, Caller caller, DeregisterTargetsRequest request, Draw draw) {

    TargetGroup group = ElbLookups.targetGroup(network, caller, request.targetGroupArn());
    List<TargetGroup.Target> targets = new ArrayList<>(group.targets());
    for (TargetDescription given : request.targets()) {
      boolean gone =
          targets.removeIf(
              t -> t.id().equals(given.id()) && (given.port() == null || given.port() == t.port()));
      if (!gone) {
        throw new AwsException(
            "InvalidTarget",
            "The following targets are not registered: %s%s"
                .formatted(given.id(), given.port() == null ? "" : ":" + given.port()));
      }
    }
    return Decision.of(
        DeregisterTargetsResponse.builder().build(), new Change.Put(group.withTargets(targets)));
  }
}
