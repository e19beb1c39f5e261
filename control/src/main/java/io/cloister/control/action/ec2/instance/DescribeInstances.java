package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;

/** Describes instances by their reservations; those that ended are shown for an hour. */
final class DescribeInstances
    implements Action<DescribeInstancesRequest, DescribeInstancesResponse> {
  private static final int LEAST = 5;

  @Override
  public Class<DescribeInstancesRequest> request() {
    return DescribeInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeInstancesResponse> decide(
      Network network, Caller caller, DescribeInstancesRequest request, Draw draw) {
    if (request.maxResults() != null && !request.instanceIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter instancesSet cannot be used with the parameter maxResults");
    }
    Predicate<software.amazon.awssdk.services.ec2.model.Instance> condition =
        InstanceFilters.condition(network, request.filters());
    var shapes =
        Lookups.INSTANCE.list(network.instances(), caller, request.instanceIds()).stream()
            .filter(i -> !Ends.forgotten(i, draw.now()))
            .map(i -> InstanceShapes.of(network, i))
            .filter(condition)
            .toList();
    var page =
        Page.of(shapes, i -> i.instanceId(), request.maxResults(), LEAST, request.nextToken());
    Map<ReservationId, List<software.amazon.awssdk.services.ec2.model.Instance>> reservations =
        new LinkedHashMap<>();
    for (var shape : page.items()) {
      reservations
          .computeIfAbsent(instance(network, shape).reservation(), _ -> new ArrayList<>())
          .add(shape);
    }
    return Decision.answer(
        DescribeInstancesResponse.builder()
            .reservations(
                reservations.values().stream()
                    .map(all -> InstanceShapes.reservation(instance(network, all.getFirst()), all))
                    .toList())
            .nextToken(page.nextToken())
            .build());
  }

  private static Instance instance(
      Network network, software.amazon.awssdk.services.ec2.model.Instance shape) {
    return network.instances().require(new InstanceId(shape.instanceId()));
  }
}
