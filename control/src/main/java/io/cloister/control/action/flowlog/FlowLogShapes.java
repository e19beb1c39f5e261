package io.cloister.control.action.flowlog;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.FlowLog;
import software.amazon.awssdk.services.ec2.model.DestinationOptionsResponse;

/** Flow logs as EC2 answers them. */
final class FlowLogShapes {
  /** The names among the members that are kept as they came. */
  static final String FORMAT = "LogFormat";

  static final String DESTINATION = "LogDestination";
  static final String PERMISSION = "DeliverLogsPermissionArn";

  private FlowLogShapes() {}

  static software.amazon.awssdk.services.ec2.model.FlowLog of(Network network, FlowLog log) {
    var shape =
        software.amazon.awssdk.services.ec2.model.FlowLog.builder()
            .flowLogId(log.id().value())
            .flowLogStatus("ACTIVE")
            .deliverLogsStatus("SUCCESS")
            .resourceId(log.watched().value())
            .trafficType(log.traffic().name())
            .creationTime(log.created())
            .logFormat(log.kept().getOrDefault(FORMAT, LogFormat.USUAL))
            .maxAggregationInterval(log.seconds())
            .tags(Tagging.of(network, log.id()));
    if (log.kept().containsKey(DESTINATION)) {
      shape.logDestination(log.kept().get(DESTINATION));
    }
    if (log.kept().containsKey(PERMISSION)) {
      shape.deliverLogsPermissionArn(log.kept().get(PERMISSION));
    }
    return switch (log.destination()) {
      case FlowLog.ToLogGroup(String name) ->
          shape.logDestinationType("cloud-watch-logs").logGroupName(name).build();
      case FlowLog.ToBucket bucket ->
          shape
              .logDestinationType("s3")
              .destinationOptions(
                  DestinationOptionsResponse.builder()
                      .fileFormat("plain-text")
                      .hiveCompatiblePartitions(bucket.hivePrefixes())
                      .perHourPartition(bucket.hourly())
                      .build())
              .build();
    };
  }
}
