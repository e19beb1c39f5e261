package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.model.elb.LoadBalancer;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** Small parts of answers about load balancers. */
final class Shapes {
  private Shapes() {}

  /** All attributes, with the defaults of those that weren't set. */
  static List<LoadBalancerAttribute> attributes(LoadBalancer balancer) {
    return ElbAttributes.of(balancer.kind()).effective(balancer.attributes()).entrySet().stream()
        .map(e -> LoadBalancerAttribute.builder().key(e.getKey()).value(e.getValue()).build())
        .toList();
  }
}
