package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;

/** Sets attributes of a target group. */
public record ModifyTargetGroupAttributes()
    implements Action<ModifyTargetGroupAttributesRequest, ModifyTargetGroupAttributesResponse> {
  @Override
  public Class<ModifyTargetGroupAttributesRequest> request() {
    return ModifyTargetGroupAttributesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArn", "Attributes");
  }

  @Override
  public Decision<ModifyTargetGroupAttributesResponse> decide(
      Network network, Caller caller, ModifyTargetGroupAttributesRequest request, Draw draw) {

    TargetGroup group = ElbLookups.targetGroup(network, caller, request.targetGroupArn());
    TargetGroup after =
        group.withAttributes(
            ElbAttributes.of(group)
                .set(
                    group.attributes(),
                    request.attributes().stream()
                        .map(a -> Map.entry(a.key(), a.value()))
                        .toList()));
    return Decision.of(
        ModifyTargetGroupAttributesResponse.builder()
            .attributes(TargetGroupAnswer.attributes(after))
            .build(),
        new Change.Put(after));
  }
}
