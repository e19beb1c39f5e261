package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbPage;
import io.cloister.control.action.support.Page;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;

/** Describes load balancers by ARN, by name, or all. */
public record DescribeLoadBalancers()
    implements Action<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse> {
  @Override
  public Class<DescribeLoadBalancersRequest> request() {
    return DescribeLoadBalancersRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArns", "Names", "Marker", "PageSize");
  }

  @Override
  public Decision<DescribeLoadBalancersResponse> decide(
      Network network, Caller caller, DescribeLoadBalancersRequest request, Draw draw) {
    if (!request.loadBalancerArns().isEmpty() && !request.names().isEmpty()) {
      throw new AwsException(
          "ValidationError", "Load balancer names and ARNs cannot be specified at the same time");
    }
    List<LoadBalancer> found =
        !request.loadBalancerArns().isEmpty()
            ? request.loadBalancerArns().stream()
                .distinct()
                .map(arn -> ElbLookups.balancer(network, caller, arn))
                .toList()
            : !request.names().isEmpty()
                ? request.names().stream().distinct().map(n -> named(network, caller, n)).toList()
                : network.loadBalancers().where(b -> b.scope().equals(caller.scope())).toList();
    Page<LoadBalancer> page =
        ElbPage.of(
            found.stream().sorted(Comparator.comparing(LoadBalancer::id)).toList(),
            b -> b.id().value(),
            request.pageSize(),
            request.marker());
    return Decision.answer(
        DescribeLoadBalancersResponse.builder()
            .loadBalancers(page.items().stream().map(b -> BalancerAnswer.of(network, b)).toList())
            .nextMarker(page.nextToken())
            .build());
  }

  private static LoadBalancer named(Network network, Caller caller, String name) {
    return network
        .loadBalancers()
        .where(b -> b.name().equals(name) && b.scope().equals(caller.scope()))
        .findFirst()
        .orElseThrow(() -> ElbLookups.notFound("load balancer", "LoadBalancer", name));
  }
}
