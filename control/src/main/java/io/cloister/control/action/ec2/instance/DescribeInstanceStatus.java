package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.eni.InterfaceShapes;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.EbsStatusDetails;
import software.amazon.awssdk.services.ec2.model.EbsStatusSummary;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStatusDetails;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;

/**
 * The status checks of instances: those that run are well, the others have none. Only running ones
 * are described unless all are asked for.
 */
final class DescribeInstanceStatus
    implements Action<DescribeInstanceStatusRequest, DescribeInstanceStatusResponse> {
  private static final int LEAST = 5;
  private static final Filters<InstanceStatus> FILTERS =
      ShapeFilters.of(
          s -> new InstanceId(s.instanceId()),
          "attached-ebs-status.status",
          "availability-zone",
          "availability-zone-id",
          "event.code=Events.Code",
          "event.description=Events.Description",
          "event.instance-event-id=Events.InstanceEventId",
          "event.not-after=Events.NotAfter",
          "event.not-before=Events.NotBefore",
          "event.not-before-deadline=Events.NotBeforeDeadline",
          "instance-state-code=InstanceState.Code",
          "instance-state-name=InstanceState.Name",
          "instance-status.reachability=InstanceStatus.Details.Status",
          "instance-status.status",
          "operator.managed",
          "operator.principal",
          "system-status.reachability=SystemStatus.Details.Status",
          "system-status.status");

  @Override
  public Class<DescribeInstanceStatusRequest> request() {
    return DescribeInstanceStatusRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds", "IncludeAllInstances", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeInstanceStatusResponse> decide(
      Network network, Caller caller, DescribeInstanceStatusRequest request, Draw draw) {
    if (request.maxResults() != null && !request.instanceIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter instancesSet cannot be used with the parameter maxResults");
    }
    boolean all = Boolean.TRUE.equals(request.includeAllInstances());
    var shapes =
        Lookups.INSTANCE.list(network.instances(), caller, request.instanceIds()).stream()
            .filter(i -> all || i.state() == Instance.State.RUNNING)
            .filter(i -> !Ends.forgotten(i, draw.now()))
            .map(DescribeInstanceStatus::shape)
            .filter(FILTERS.condition(network, request.filters()))
            .toList();
    var page =
        Page.of(
            shapes, InstanceStatus::instanceId, request.maxResults(), LEAST, request.nextToken());
    return Decision.answer(
        DescribeInstanceStatusResponse.builder()
            .instanceStatuses(page.items())
            .nextToken(page.nextToken())
            .build());
  }

  private static InstanceStatus shape(Instance instance) {
    boolean runs = instance.state() == Instance.State.RUNNING;
    InstanceStatusSummary check =
        runs
            ? InstanceStatusSummary.builder()
                .status("ok")
                .details(
                    InstanceStatusDetails.builder().name("reachability").status("passed").build())
                .build()
            : InstanceStatusSummary.builder().status("not-applicable").build();
    EbsStatusSummary disks =
        runs
            ? EbsStatusSummary.builder()
                .status("ok")
                .details(EbsStatusDetails.builder().name("reachability").status("passed").build())
                .build()
            : EbsStatusSummary.builder().status("not-applicable").build();
    return InstanceStatus.builder()
        .instanceId(instance.id().value())
        .availabilityZone(instance.zone())
        .availabilityZoneId(InterfaceShapes.zoneId(instance.scope().region(), instance.zone()))
        .instanceState(InstanceShapes.state(instance.state()))
        .instanceStatus(check)
        .systemStatus(check)
        .attachedEbsStatus(disks)
        .events(List.of())
        .operator(OperatorResponse.builder().managed(false).build())
        .build();
  }
}
