package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.Listener;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesResponse;

/** The attributes of a listener, with the defaults of those that weren't set. */
public record DescribeListenerAttributes()
    implements Action<DescribeListenerAttributesRequest, DescribeListenerAttributesResponse> {
  @Override
  public Class<DescribeListenerAttributesRequest> request() {
    return DescribeListenerAttributesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn");
  }

  @Override
  public Decision<DescribeListenerAttributesResponse> decide(
      Network network, Caller caller, DescribeListenerAttributesRequest request, Draw draw) {

    Listener listener = ElbLookups.listener(network, caller, request.listenerArn());
    return Decision.answer(
        DescribeListenerAttributesResponse.builder()
            .attributes(ListenerAnswer.attributes(listener))
            .build());
  }
}
