package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.GroupUse;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;

/** Deletes a target group that nobody forwards to. Deleting one that isn't there is no error. */
public record DeleteTargetGroup()
    implements Action<DeleteTargetGroupRequest, DeleteTargetGroupResponse> {
  @Override
  public Class<DeleteTargetGroupRequest> request() {
    return DeleteTargetGroupRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArn");
  }

  @Override
  public Decision<DeleteTargetGroupResponse> decide(
      Network network, Caller caller, DeleteTargetGroupRequest request, Draw draw) {

    TargetGroupArn id = ElbLookups.targetGroupId(request.targetGroupArn());
    Optional<TargetGroup> there =
        network.targetGroups().get(id).filter(g -> g.scope().equals(caller.scope()));
    if (there.isEmpty()) {
      return Decision.answer(DeleteTargetGroupResponse.builder().build());
    }
    GroupUse.balancers(network, id)
        .findFirst()
        .ifPresent(balancer -> {
          throw new AwsException(
              "ResourceInUse",
              "Target group '%s' is currently in use by a listener or a rule of %s: delete that first"
                  .formatted(id, balancer));
        });
    return Decision.of(DeleteTargetGroupResponse.builder().build(), new Change.Remove(id));
  }
}
