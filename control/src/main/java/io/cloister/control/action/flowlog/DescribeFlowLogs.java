package io.cloister.control.action.flowlog;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;

/** Describes flow logs. */
final class DescribeFlowLogs implements Action<DescribeFlowLogsRequest, DescribeFlowLogsResponse> {
  private static final Filters<FlowLog> FILTERS =
      ShapeFilters.of(
          f -> new FlowLogId(f.flowLogId()),
          "deliver-log-status=DeliverLogsStatus",
          "flow-log-id",
          "log-destination-type",
          "log-group-name",
          "resource-id",
          "traffic-type");

  @Override
  public Class<DescribeFlowLogsRequest> request() {
    return DescribeFlowLogsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("FlowLogIds", "Filter", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeFlowLogsResponse> decide(
      Network network, Caller caller, DescribeFlowLogsRequest request, Draw draw) {
    if (request.maxResults() != null && !request.flowLogIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter flowLogIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filter());
    Page<FlowLog> page =
        Page.of(
            Lookups.FLOW_LOG.list(network.flowLogs(), caller, request.flowLogIds()).stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(f -> FlowLogShapes.of(network, f))
                .filter(condition)
                .toList(),
            FlowLog::flowLogId,
            request.maxResults(),
            1,
            request.nextToken());
    return Decision.answer(
        DescribeFlowLogsResponse.builder()
            .flowLogs(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
