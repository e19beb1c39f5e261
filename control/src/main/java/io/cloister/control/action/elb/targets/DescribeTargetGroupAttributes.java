package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;

/** The attributes of a target group, with the defaults of those that weren't set. */
public record DescribeTargetGroupAttributes()
    implements Action<DescribeTargetGroupAttributesRequest, DescribeTargetGroupAttributesResponse> {
  @Override
  public Class<DescribeTargetGroupAttributesRequest> request() {
    return DescribeTargetGroupAttributesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArn");
  }

  @Override
  public Decision<DescribeTargetGroupAttributesResponse> decide(
      Network network, Caller caller, DescribeTargetGroupAttributesRequest request, Draw draw) {

    TargetGroup group = ElbLookups.targetGroup(network, caller, request.targetGroupArn());
    return Decision.answer(
        DescribeTargetGroupAttributesResponse.builder()
            .attributes(TargetGroupAnswer.attributes(group))
            .build());
  }
}
