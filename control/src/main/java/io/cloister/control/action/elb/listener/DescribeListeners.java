package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbPage;
import io.cloister.control.action.support.Page;
import io.cloister.model.elb.Listener;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;

/** Describes the listeners of a load balancer, or listeners by ARN. */
public record DescribeListeners()
    implements Action<DescribeListenersRequest, DescribeListenersResponse> {
  @Override
  public Class<DescribeListenersRequest> request() {
    return DescribeListenersRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn", "ListenerArns", "Marker", "PageSize");
  }

  @Override
  public Decision<DescribeListenersResponse> decide(
      Network network, Caller caller, DescribeListenersRequest request, Draw draw) {

    if ((request.loadBalancerArn() == null) == request.listenerArns().isEmpty()) {
      throw new AwsException(
          "ValidationError",
          "Either a load balancer ARN or listener ARNs must be specified, and not both");
    }
    Stream<Listener> found =
        request.loadBalancerArn() != null
            ? ElbLookups.listeners(
                network, ElbLookups.balancer(network, caller, request.loadBalancerArn()).id())
            : request.listenerArns().stream()
                .distinct()
                .map(a -> ElbLookups.listener(network, caller, a));
    Page<Listener> page =
        ElbPage.of(
            found.sorted(Comparator.comparing(Listener::id)).toList(),
            l -> l.id().value(),
            request.pageSize(),
            request.marker());
    return Decision.answer(
        DescribeListenersResponse.builder()
            .listeners(page.items().stream().map(ListenerAnswer::of).toList())
            .nextMarker(page.nextToken())
            .build());
  }
}
