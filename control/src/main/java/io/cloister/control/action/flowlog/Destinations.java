package io.cloister.control.action.flowlog;

import io.cloister.control.action.AwsException;
import io.cloister.model.vpc.FlowLog;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DestinationOptionsRequest;

/** Where the lines of a flow log go, as requests say it. */
final class Destinations {
  private static final Pattern BUCKET =
      Pattern.compile("arn:[a-z-]+:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");
  private static final Pattern GROUP =
      Pattern.compile("arn:[a-z-]+:logs:[a-z0-9-]+:\\d{12}:log-group:([^:*]+)(?::\\*)?");

  private Destinations() {}

  /**
   * The destination that a request names.
   *
   * @throws AwsException {@code InvalidParameter} for one that is missing or not of its form,
   *     {@code UnsupportedOperation} for Firehose and for Parquet
   */
  static FlowLog.Destination of(CreateFlowLogsRequest request) {
    String type =
        request.logDestinationType() == null
            ? "cloud-watch-logs"
            : request.logDestinationTypeAsString();
    return switch (type) {
      case "cloud-watch-logs" -> group(request);
      case "s3" -> bucket(request);
      default ->
          throw new AwsException(
              "UnsupportedOperation",
              "Flow logs to %s are not built: they go to cloud-watch-logs or s3".formatted(type));
    };
  }

  private static FlowLog.Destination group(CreateFlowLogsRequest request) {
    String name = request.logGroupName();
    String arn = request.logDestination();
    if ((name == null) == (arn == null)) {
      throw invalid("A flow log to CloudWatch Logs needs one of LogGroupName and LogDestination");
    }
    if (request.deliverLogsPermissionArn() == null) {
      throw invalid(
          "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.");
    }
    if (request.destinationOptions() != null) {
      throw invalid("DestinationOptions are for s3 only");
    }
    return new FlowLog.ToLogGroup(
        name != null ? name : matched(GROUP, arn, "an ARN of a log group").group(1));
  }

  private static FlowLog.Destination bucket(CreateFlowLogsRequest request) {
    if (request.logGroupName() != null || request.deliverLogsPermissionArn() != null) {
      throw invalid("LogGroupName and DeliverLogsPermissionArn are for cloud-watch-logs only");
    }
    Matcher bucket = matched(BUCKET, request.logDestination(), "an ARN of a bucket");
    String prefix = bucket.group(2) == null ? "" : bucket.group(2).replaceAll("^/+|/+$", "");
    if ((prefix + "/").startsWith("AWSLogs/")) {
      throw invalid("A folder can't be named AWSLogs: that is where the lines go inside it");
    }
    DestinationOptionsRequest options =
        request.destinationOptions() == null
            ? DestinationOptionsRequest.builder().build()
            : request.destinationOptions();
    if ("parquet".equals(options.fileFormatAsString())) {
      throw new AwsException(
          "UnsupportedOperation", "Flow logs in Parquet are not built: use plain-text");
    }
    return new FlowLog.ToBucket(
        bucket.group(1),
        prefix,
        Boolean.TRUE.equals(options.hiveCompatiblePartitions()),
        Boolean.TRUE.equals(options.perHourPartition()));
  }

  private static Matcher matched(Pattern pattern, @Nullable String text, String what) {
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      throw invalid("LogDestination '%s' is not %s".formatted(text, what));
    }
    return matcher;
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidParameter", message);
  }
}
