package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;

/** Sets attributes of a load balancer. */
public record ModifyLoadBalancerAttributes()
    implements Action<ModifyLoadBalancerAttributesRequest, ModifyLoadBalancerAttributesResponse> {
  @Override
  public Class<ModifyLoadBalancerAttributesRequest> request() {
    return ModifyLoadBalancerAttributesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn", "Attributes");
  }

  @Override
  public Decision<ModifyLoadBalancerAttributesResponse> decide(
      Network network, Caller caller, ModifyLoadBalancerAttributesRequest request, Draw draw) {
    LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
    Map<String, String> set =
        ElbAttributes.of(balancer.kind())
            .set(
                balancer.attributes(),
                request.attributes().stream().map(a -> Map.entry(a.key(), a.value())).toList());
    LoadBalancer after = balancer.withAttributes(set);
    return Decision.of(
        ModifyLoadBalancerAttributesResponse.builder().attributes(Shapes.attributes(after)).build(),
        new Change.Put(after));
  }
}
