package io.cloister.control.action.flowlog;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.FlowLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * Makes a flow log for each of some VPCs, subnets or interfaces. One that can't have it doesn't
 * keep the others from it: the answer names it.
 */
final class CreateFlowLogs implements Action<CreateFlowLogsRequest, CreateFlowLogsResponse> {
  private static final int USUAL_SECONDS = 600;

  @Override
  public Class<CreateFlowLogsRequest> request() {
    return CreateFlowLogsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "DeliverLogsPermissionArn",
        "DestinationOptions",
        "LogDestination",
        "LogDestinationType",
        "LogFormat",
        "LogGroupName",
        "MaxAggregationInterval",
        "ResourceIds",
        "ResourceType",
        "TagSpecifications",
        "TrafficType");
  }

  @Override
  public Set<Feature> needs(CreateFlowLogsRequest request) {
    return Set.of(Feature.FLOW_LOGS);
  }

  @Override
  public Decision<CreateFlowLogsResponse> decide(
      Network network, Caller caller, CreateFlowLogsRequest request, Draw draw) {
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "vpc-flow-log");
    if (request.resourceIds().isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter resourceId");
    }
    FlowLog.Traffic traffic = traffic(request.trafficTypeAsString());
    FlowLog.Destination destination = Destinations.of(request);
    String format = request.logFormat() == null ? LogFormat.USUAL : request.logFormat();
    List<String> fields = LogFormat.fields(format);
    int seconds =
        request.maxAggregationInterval() == null ? USUAL_SECONDS : request.maxAggregationInterval();
    if (seconds != 60 && seconds != USUAL_SECONDS) {
      throw new AwsException(
          "InvalidParameter", "Invalid Flow Log Max Aggregation Interval: it is 60 or 600 seconds");
    }
    Map<String, String> kept = kept(request, format);
    List<Change> changes = new ArrayList<>();
    List<String> made = new ArrayList<>();
    List<UnsuccessfulItem> failed = new ArrayList<>();
    for (String text : request.resourceIds().stream().distinct().toList()) {
      try {
        ResourceId watched = watched(network, caller, request.resourceTypeAsString(), text);
        checkNew(network, caller, watched, traffic, destination);
        FlowLog log =
            new FlowLog(
                new FlowLogId(draw.id(FlowLogId.PREFIX)),
                caller.scope(),
                watched,
                traffic,
                destination,
                fields,
                seconds,
                kept,
                draw.now());
        changes.add(new Change.Put(log));
        changes.addAll(Tagging.changes(log.id(), tags));
        made.add(log.id().value());
      } catch (AwsException e) {
        if (e.code().equals("UnsupportedOperation")) {
          throw e;
        }
        failed.add(
            UnsuccessfulItem.builder()
                .resourceId(text)
                .error(x -> x.code(e.code()).message(e.text()))
                .build());
      }
    }
    return new Decision<>(
        changes,
        CreateFlowLogsResponse.builder()
            .flowLogIds(made)
            .unsuccessful(failed)
            .clientToken(request.clientToken())
            .build());
  }

  private static FlowLog.Traffic traffic(@Nullable String text) {
    if (text == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter trafficType");
    }
    return FlowLog.Traffic.valueOf(text);
  }

  private static Map<String, String> kept(CreateFlowLogsRequest request, String format) {
    Map<String, String> kept = new HashMap<>();
    kept.put(FlowLogShapes.FORMAT, format);
    if (request.logDestination() != null) {
      kept.put(FlowLogShapes.DESTINATION, request.logDestination());
    }
    if (request.deliverLogsPermissionArn() != null) {
      kept.put(FlowLogShapes.PERMISSION, request.deliverLogsPermissionArn());
    }
    return kept;
  }

  private static ResourceId watched(
      Network network, Caller caller, @Nullable String type, String text) {
    if (type == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter resourceType");
    }
    return switch (type) {
      case "VPC" -> Lookups.VPC.get(network.vpcs(), caller, text).id();
      case "Subnet" -> Lookups.SUBNET.get(network.subnets(), caller, text).id();
      case "NetworkInterface" -> Lookups.INTERFACE.get(network.interfaces(), caller, text).id();
      default ->
          throw new AwsException(
              "UnsupportedOperation",
              "Flow logs of a %s are not built: they watch a VPC, a Subnet or a NetworkInterface"
                  .formatted(type));
    };
  }

  private static void checkNew(
      Network network,
      Caller caller,
      ResourceId watched,
      FlowLog.Traffic traffic,
      FlowLog.Destination destination) {
    List<FlowLog> before = network.flowLogs().where(f -> f.watched().equals(watched)).toList();
    if (before.stream()
        .anyMatch(f -> f.traffic() == traffic && f.destination().equals(destination))) {
      throw new AwsException(
          "FlowLogAlreadyExists",
          "There is an existing Flow Log with the same configuration and log destination.");
    }
    Quotas.of(network, caller).check(Quota.FLOW_LOGS_PER_RESOURCE, before.size() + 1L);
  }
}
