package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;

/** Tells attributes of a load balancer. */
public record DescribeLoadBalancerAttributes()
    implements Action<
        DescribeLoadBalancerAttributesRequest, DescribeLoadBalancerAttributesResponse> {
  @Override
  public Class<DescribeLoadBalancerAttributesRequest> request() {
    return DescribeLoadBalancerAttributesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn");
  }

  @Override
  public Decision<DescribeLoadBalancerAttributesResponse> decide(
      Network network, Caller caller, DescribeLoadBalancerAttributesRequest request, Draw draw) {
    LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
    return Decision.answer(
        DescribeLoadBalancerAttributesResponse.builder()
            .attributes(Shapes.attributes(balancer))
            .build());
  }
}
