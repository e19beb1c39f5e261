package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.TrafficType;

/** Flow logs, asked for over HTTP by the SDK. */
class FlowLogTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/logs";

  private static Cloister server;
  private static Ec2Client ec2;

  @BeforeAll
  static void start() throws StartException {
    server = Cloister.start(Options.ephemeral(0).withoutPackets());
    ec2 = Clients.ec2(server.uri(), "111122223333");
  }

  @AfterAll
  static void stop() {
    ec2.close();
    server.close();
  }

  private static String vpc() {
    return ec2.describeVpcs().vpcs().getFirst().vpcId();
  }

  private static CreateFlowLogsResponse toBucket(
      String vpc, Consumer<CreateFlowLogsRequest.Builder> more) {
    return ec2.createFlowLogs(r ->
        more.accept(
            r.resourceType(FlowLogsResourceType.VPC)
                .resourceIds(vpc)
                .trafficType(TrafficType.ALL)
                .logDestinationType(LogDestinationType.S3)
                .logDestination("arn:aws:s3:::logs/vpc/")));
  }

  private static String code(Consumer<CreateFlowLogsRequest.Builder> more) {
    Ec2Exception refused = catchThrowableOfType(Ec2Exception.class, () -> toBucket(vpc(), more));
    assertThat(refused).isNotNull();
    return refused.awsErrorDetails().errorCode();
  }

  @Test
  void flowLogsAreMadeDescribedAndDeleted() {
    String vpc = vpc();
    CreateFlowLogsResponse made =
        toBucket(
            vpc,
            r ->
                r.logFormat("${srcaddr} ${dstaddr} ${reject-reason}")
                    .maxAggregationInterval(60)
                    .tagSpecifications(Clients.tagged("vpc-flow-log", "k", "v")));
    String id = made.flowLogIds().getFirst();
    assertThat(made.unsuccessful()).isEmpty();
    FlowLog log =
        ec2.describeFlowLogs(r -> r.filter(Clients.filter("tag:k", "v"))).flowLogs().getFirst();
    assertThat(log.flowLogId()).isEqualTo(id);
    assertThat(log.flowLogStatus()).isEqualTo("ACTIVE");
    assertThat(log.logDestination()).isEqualTo("arn:aws:s3:::logs/vpc/");
    assertThat(log.maxAggregationInterval()).isEqualTo(60);

    assertThat(toBucket(vpc, r -> r.resourceIds(vpc, "vpc-0123456789abcdef0")).unsuccessful())
        .extracting(u -> u.resourceId() + " " + u.error().code())
        .containsExactly(
            vpc + " FlowLogAlreadyExists", "vpc-0123456789abcdef0 InvalidVpcID.NotFound");
    String second =
        ec2.createFlowLogs(r ->
                r.resourceType(FlowLogsResourceType.VPC)
                    .resourceIds(vpc)
                    .trafficType(TrafficType.REJECT)
                    .logGroupName("rejects")
                    .deliverLogsPermissionArn(ROLE))
            .flowLogIds()
            .getFirst();
    assertThat(toBucket(vpc, r -> r.trafficType(TrafficType.ACCEPT)).unsuccessful())
        .extracting(u -> u.error().code())
        .containsExactly("FlowLogsLimitExceeded");
    assertThat(
            ec2.describeFlowLogs(r -> r.filter(Clients.filter("log-group-name", "rejects")))
                .flowLogs())
        .extracting(FlowLog::logFormat)
        .allMatch(f -> f.startsWith("${version} ${account-id}"))
        .hasSize(1);
    assertThat(
            ec2.deleteFlowLogs(r -> r.flowLogIds(id, second, "fl-0123456789abcdef0"))
                .unsuccessful())
        .extracting(u -> u.error().code())
        .containsExactly("InvalidFlowLogId.NotFound");
    assertThat(ec2.describeFlowLogs().flowLogs()).isEmpty();
  }

  @Test
  void whatIsRefused() {
    assertThat(code(r -> r.logFormat("${srcaddr} ${colour}"))).isEqualTo("InvalidParameter");
    assertThat(code(r -> r.logFormat("srcaddr"))).isEqualTo("InvalidParameter");
    assertThat(code(r -> r.maxAggregationInterval(61))).isEqualTo("InvalidParameter");
    assertThat(code(r -> r.logDestination("logs"))).isEqualTo("InvalidParameter");
    assertThat(code(r -> r.logDestination("arn:aws:s3:::logs/AWSLogs/x")))
        .isEqualTo("InvalidParameter");
    assertThat(code(r -> r.logGroupName("g"))).isEqualTo("InvalidParameter");
    assertThat(
            code(r ->
                r.logDestinationType(LogDestinationType.CLOUD_WATCH_LOGS)
                    .logDestination(null)
                    .logGroupName("g")))
        .as("no role that may write")
        .isEqualTo("InvalidParameter");
    assertThat(code(r -> r.logDestinationType(LogDestinationType.KINESIS_DATA_FIREHOSE)))
        .isEqualTo("UnsupportedOperation");
    assertThat(code(r -> r.destinationOptions(o -> o.fileFormat("parquet"))))
        .isEqualTo("UnsupportedOperation");
    assertThat(code(r -> r.resourceType(FlowLogsResourceType.TRANSIT_GATEWAY)))
        .isEqualTo("UnsupportedOperation");
    assertThat(ec2.describeFlowLogs().flowLogs()).isEmpty();
  }
}
