package io.cloister.control.action.flowlog;

import io.cloister.control.action.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a flow log's lines (VPC user guide, "Flow log records", versions 2 to 8). */
final class LogFormat {
  /** What lines have unless the caller says otherwise: version 2. */
  static final String USUAL =
      List.of(
              "version",
              "account-id",
              "interface-id",
              "srcaddr",
              "dstaddr",
              "srcport",
              "dstport",
              "protocol",
              "packets",
              "bytes",
              "start",
              "end",
              "action",
              "log-status")
          .stream()
          .map("${%s}"::formatted)
          .collect(Collectors.joining(" "));

  private static final Set<String> LATER =
      Set.of(
          "vpc-id",
          "subnet-id",
          "instance-id",
          "tcp-flags",
          "type",
          "pkt-srcaddr",
          "pkt-dstaddr",
          "region",
          "az-id",
          "sublocation-type",
          "sublocation-id",
          "pkt-src-aws-service",
          "pkt-dst-aws-service",
          "flow-direction",
          "traffic-path",
          "ecs-cluster-arn",
          "ecs-cluster-name",
          "ecs-container-instance-arn",
          "ecs-container-instance-id",
          "ecs-container-id",
          "ecs-second-container-id",
          "ecs-service-name",
          "ecs-task-definition-arn",
          "ecs-task-arn",
          "ecs-task-id",
          "reject-reason");

  private static final Pattern FIELD = Pattern.compile("\\$\\{([a-z-]+)}");

  private LogFormat() {}

  /**
   * The names of a format's fields, in their order.
   *
   * @throws AwsException {@code InvalidParameter} for what is no field, or for none
   */
  static List<String> fields(String format) {
    List<String> fields = new ArrayList<>();
    for (String part : format.trim().split("\\s+", -1)) {
      Matcher field = FIELD.matcher(part);
      if (!field.matches()
          || !(LATER.contains(field.group(1)) || USUAL.contains("${" + field.group(1) + "}"))) {
        throw new AwsException(
            "InvalidParameter",
            "Unknown fields provided: '%s'. A format is made of fields such as ${srcaddr}, with a space between"
                .formatted(part));
      }
      if (fields.contains(field.group(1))) {
        throw new AwsException(
            "InvalidParameter", "The field ${%s} is there twice".formatted(field.group(1)));
      }
      fields.add(field.group(1));
    }
    return fields;
  }
}
