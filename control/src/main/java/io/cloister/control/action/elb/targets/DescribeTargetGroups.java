package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbPage;
import io.cloister.control.action.elb.support.GroupUse;
import io.cloister.control.action.support.Page;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;

/** Describes target groups by ARN, by name, of a load balancer, or all. */
public record DescribeTargetGroups()
    implements Action<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse> {
  @Override
  public Class<DescribeTargetGroupsRequest> request() {
    return DescribeTargetGroupsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArns", "Names", "LoadBalancerArn", "Marker", "PageSize");
  }

  @Override
  public Decision<DescribeTargetGroupsResponse> decide(
      Network network, Caller caller, DescribeTargetGroupsRequest request, Draw draw) {

    long ways =
        Stream.of(
                !request.targetGroupArns().isEmpty(),
                !request.names().isEmpty(),
                request.loadBalancerArn() != null)
            .filter(b -> b)
            .count();
    if (ways > 1) {
      throw new AwsException(
          "ValidationError",
          "Target group ARNs, names and a load balancer ARN cannot be specified at the same time");
    }
    Page<TargetGroup> page =
        ElbPage.of(
            found(network, caller, request).sorted(Comparator.comparing(TargetGroup::id)).toList(),
            g -> g.id().value(),
            request.pageSize(),
            request.marker());
    return Decision.answer(
        DescribeTargetGroupsResponse.builder()
            .targetGroups(page.items().stream().map(g -> TargetGroupAnswer.of(network, g)).toList())
            .nextMarker(page.nextToken())
            .build());
  }

  private static Stream<TargetGroup> found(
      Network network, Caller caller, DescribeTargetGroupsRequest request) {
    if (request.loadBalancerArn() != null) {
      LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
      return GroupUse.groups(network, balancer.id()).map(network.targetGroups()::require);
    }
    if (!request.targetGroupArns().isEmpty()) {
      return request.targetGroupArns().stream()
          .distinct()
          .map(arn -> ElbLookups.targetGroup(network, caller, arn));
    }
    if (!request.names().isEmpty()) {
      return request.names().stream().distinct().map(n -> named(network, caller, n));
    }
    return network.targetGroups().where(g -> g.scope().equals(caller.scope()));
  }

  private static TargetGroup named(Network network, Caller caller, String name) {
    return network
        .targetGroups()
        .where(g -> g.name().equals(name) && g.scope().equals(caller.scope()))
        .findFirst()
        .orElseThrow(() -> ElbLookups.notFound("target group", "TargetGroup", name));
  }
}
