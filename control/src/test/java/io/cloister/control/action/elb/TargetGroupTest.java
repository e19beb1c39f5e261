package io.cloister.control.action.elb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

class TargetGroupTest {
  private final Elb elb = Elb.fresh();

  @ParameterizedTest
  @CsvSource({
    "HTTP, HTTP, 5, 200, /",
    "HTTPS, HTTP, 5, 200, /",
    "TCP, TCP, 10, , ",
    "UDP, TCP, 10, , ",
    "TLS, TCP, 10, , ",
  })
  void healthChecksHaveTheDefaultsOfTheProtocol(
      ProtocolEnum protocol, String check, int timeout, String codes, String path) {
    CreateTargetGroupResponse answer = elb.call(request("app", protocol).build());
    TargetGroup group = answer.targetGroups().getFirst();
    assertThat(group.healthCheckProtocolAsString()).isEqualTo(check);
    assertThat(group.healthCheckTimeoutSeconds()).isEqualTo(timeout);
    assertThat(group.healthCheckIntervalSeconds()).isEqualTo(30);
    assertThat(group.healthyThresholdCount()).isEqualTo(5);
    assertThat(group.unhealthyThresholdCount()).isEqualTo(2);
    assertThat(group.healthCheckPort()).isEqualTo("traffic-port");
    assertThat(group.healthCheckPath()).isEqualTo(path);
    assertThat(group.matcher() == null ? null : group.matcher().httpCode()).isEqualTo(codes);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    CreateTargetGroupRequest.Builder http = request("app", ProtocolEnum.HTTP);
    List<CreateTargetGroupRequest> wrong =
        List.of(
            http.copy().port(0).build(),
            http.copy().healthCheckIntervalSeconds(4).build(),
            http.copy().healthCheckTimeoutSeconds(121).build(),
            http.copy().healthCheckIntervalSeconds(10).healthCheckTimeoutSeconds(10).build(),
            http.copy().healthyThresholdCount(1).build(),
            http.copy().healthCheckPort("http").build(),
            http.copy().healthCheckPath("health").build(),
            http.copy().matcher(m -> m.httpCode("200-199")).build(),
            http.copy().matcher(m -> m.httpCode("500")).build(),
            http.copy().healthCheckProtocol(ProtocolEnum.TCP).build(),
            http.copy().protocolVersion("HTTP3").build(),
            http.copy().vpcId("vpc-0badc0ffee0badc0f").build(),
            request("app", ProtocolEnum.TCP).healthCheckPath("/").build());
    for (CreateTargetGroupRequest request : wrong) {
      assertThat(elb.code(request)).as("%s", request).isEqualTo("ValidationError");
    }
    assertThat(elb.network().targetGroups().isEmpty()).isTrue();
  }

  @Test
  void theSameNameWithOtherSettingsIsRefused() {
    String arn = elb.group("app", ProtocolEnum.HTTP);
    assertThat(elb.group("app", ProtocolEnum.HTTP)).isEqualTo(arn);
    assertThat(elb.code(request("app", ProtocolEnum.TCP).build()))
        .isEqualTo("DuplicateTargetGroupName");
  }

  @Test
  void aCheckIsChangedAndWhatIsNotGivenStays() {
    String arn = elb.group("app", ProtocolEnum.HTTP);
    elb.call(
        ModifyTargetGroupRequest.builder()
            .targetGroupArn(arn)
            .healthCheckPath("/ready")
            .matcher(m -> m.httpCode("200-299,301"))
            .build());
    var health = elb.network().targetGroups().values().findFirst().orElseThrow().health();
    assertThat(health.path()).isEqualTo("/ready");
    assertThat(health.matcher()).isEqualTo("200-299,301");
    assertThat(health.interval()).isEqualTo(30);
  }

  @Test
  void attributesAreCheckedByKeyAndValue() {
    String arn = elb.group("app", ProtocolEnum.HTTP);
    assertThat(elb.code(set(arn, "stickiness.enabled", "yes"))).isEqualTo("ValidationError");
    assertThat(elb.code(set(arn, "proxy_protocol_v2.enabled", "true")))
        .isEqualTo("ValidationError");
    elb.call(set(arn, "deregistration_delay.timeout_seconds", "5"));
    assertThat(elb.network().targetGroups().values().findFirst().orElseThrow().attributes())
        .containsEntry("deregistration_delay.timeout_seconds", "5");
  }

  @Test
  void addressesAreTargetsOfTheirGroupsVpc() {
    CreateTargetGroupResponse made =
        elb.call(request("ips", ProtocolEnum.HTTP).targetType(TargetTypeEnum.IP).build());
    String arn = made.targetGroups().getFirst().targetGroupArn();
    assertThat(elb.code(register(arn, target("8.8.8.8")))).isEqualTo("ValidationError");
    assertThat(elb.code(register(arn, target("10.0.0.5")))).isEqualTo("ValidationError");
    elb.call(register(arn, target("172.31.0.9"), target("172.31.0.9"), target("172.31.0.10")));
    assertThat(health(arn)).containsExactly("172.31.0.9 unused", "172.31.0.10 unused");
    String balancer = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION).loadBalancerArn();
    elb.listener(balancer, ProtocolEnum.HTTP, 80, arn);
    assertThat(health(arn)).containsExactly("172.31.0.9 initial", "172.31.0.10 initial");
    assertThat(elb.code(DeleteTargetGroupRequest.builder().targetGroupArn(arn).build()))
        .isEqualTo("ResourceInUse");
    DeregisterTargetsRequest one =
        DeregisterTargetsRequest.builder()
            .targetGroupArn(arn)
            .targets(target("172.31.0.9"))
            .build();
    elb.call(one);
    assertThat(elb.code(one)).isEqualTo("InvalidTarget");
    assertThat(health(arn)).containsExactly("172.31.0.10 initial");
  }

  @Test
  void anInstanceThatIsNotThereIsNoTarget() {
    String arn = elb.group("app", ProtocolEnum.HTTP);
    assertThat(elb.code(register(arn, target("i-0badc0ffee0badc0f")))).isEqualTo("InvalidTarget");
  }

  private List<String> health(String arn) {
    DescribeTargetHealthResponse answer =
        elb.call(DescribeTargetHealthRequest.builder().targetGroupArn(arn).build());
    return answer.targetHealthDescriptions().stream()
        .map(d -> d.target().id() + " " + d.targetHealth().stateAsString())
        .toList();
  }

  private static TargetDescription target(String id) {
    return TargetDescription.builder().id(id).build();
  }

  private static RegisterTargetsRequest register(String arn, TargetDescription... targets) {
    return RegisterTargetsRequest.builder().targetGroupArn(arn).targets(targets).build();
  }

  private static ModifyTargetGroupAttributesRequest set(String arn, String key, String value) {
    return ModifyTargetGroupAttributesRequest.builder()
        .targetGroupArn(arn)
        .attributes(TargetGroupAttribute.builder().key(key).value(value).build())
        .build();
  }

  private CreateTargetGroupRequest.Builder request(String name, ProtocolEnum protocol) {
    return CreateTargetGroupRequest.builder()
        .name(name)
        .protocol(protocol)
        .port(8080)
        .vpcId(elb.vpc());
  }
}
