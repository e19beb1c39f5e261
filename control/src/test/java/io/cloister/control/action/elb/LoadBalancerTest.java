package io.cloister.control.action.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.elb.balancer.BalancerObservations;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.network.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

class LoadBalancerTest {
  private final Elb elb = Elb.fresh();

  @Test
  void anApplicationLoadBalancerHasANodeInEachSubnetWithAPublicAddress() {
    LoadBalancer made = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION);
    assertThat(made.state().codeAsString()).isEqualTo("provisioning");
    assertThat(made.dnsName()).matches("web-\\d{10}\\.us-east-1\\.elb\\.amazonaws\\.com");
    assertThat(made.availabilityZones()).hasSameSizeAs(elb.subnets());
    assertThat(made.securityGroups()).hasSize(1);
    var nodes = elb.network().interfaces().values().toList();
    assertThat(nodes)
        .hasSameSizeAs(elb.subnets())
        .allMatch(n -> n.description().startsWith("ELB app/web/"));
  }

  @Test
  void itBecomesActiveWhenItsNodesAnswer() {
    LoadBalancer made = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION);
    LoadBalancerArn id = new LoadBalancerArn(made.loadBalancerArn());
    List<Change> changes = BalancerObservations.ready(elb.network(), id);
    elb.cloud().apply(changes.toArray(Change[]::new));
    assertThat(one("web").state().codeAsString()).isEqualTo("active");
    assertThat(BalancerObservations.ready(elb.network(), id)).isEmpty();
  }

  @Test
  void theSameCallAgainMakesNoSecondAndOtherSettingsAreRefused() {
    LoadBalancer made = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION);
    LoadBalancer again = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION);
    assertThat(again.loadBalancerArn()).isEqualTo(made.loadBalancerArn());
    assertThat(
            elb.code(
                CreateLoadBalancerRequest.builder()
                    .name("web")
                    .subnets(elb.subnets())
                    .scheme(LoadBalancerSchemeEnum.INTERNAL)
                    .build()))
        .isEqualTo("DuplicateLoadBalancerName");
  }

  @Test
  void whatAwsRefusesIsRefused() {
    String subnet = elb.subnets().getFirst();
    CreateLoadBalancerRequest one =
        CreateLoadBalancerRequest.builder().name("web").subnets(subnet).build();
    assertThat(elb.code(one)).isEqualTo("ValidationError");
    assertThat(elb.code(one.toBuilder().name("in_valid").build())).isEqualTo("ValidationError");
    assertThat(elb.code(one.toBuilder().subnets("subnet-0badc0ffee0badc0f").build()))
        .isEqualTo("SubnetNotFound");
    assertThat(
            elb.code(
                one.toBuilder()
                    .subnets(elb.subnets())
                    .securityGroups("sg-0badc0ffee0badc0f")
                    .build()))
        .isEqualTo("InvalidSecurityGroup");
    assertThat(elb.code(one.toBuilder().type(LoadBalancerTypeEnum.GATEWAY).build()))
        .isEqualTo("UnsupportedOperation");
  }

  @Test
  void aNetworkLoadBalancerMayLiveInOneZoneAndTellsItsAddress() {
    CreateLoadBalancerResponse answer =
        elb.call(
            CreateLoadBalancerRequest.builder()
                .name("tcp")
                .type(LoadBalancerTypeEnum.NETWORK)
                .subnets(elb.subnets().getFirst())
                .build());
    LoadBalancer made = answer.loadBalancers().getFirst();
    assertThat(made.securityGroups()).isEmpty();
    assertThat(made.availabilityZones().getFirst().loadBalancerAddresses().getFirst().ipAddress())
        .isNotEmpty();
  }

  @Test
  void aProtectedOneStaysAndAnotherTakesItsInterfacesWithIt() {
    String arn = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION).loadBalancerArn();
    elb.listener(arn, ProtocolEnum.HTTP, 80, elb.group("app", ProtocolEnum.HTTP));
    protect(arn, "true");
    DeleteLoadBalancerRequest delete =
        DeleteLoadBalancerRequest.builder().loadBalancerArn(arn).build();
    assertThat(elb.code(delete)).isEqualTo("OperationNotPermitted");
    protect(arn, "false");
    elb.call(delete);
    elb.call(delete);
    assertThat(elb.network().loadBalancers().isEmpty()).isTrue();
    assertThat(elb.network().listeners().isEmpty()).isTrue();
    assertThat(elb.network().interfaces().isEmpty()).isTrue();
    assertThat(elb.network().targetGroups().size()).isEqualTo(1);
  }

  @Test
  void anotherAccountSeesNone() {
    String arn = elb.balancer("web", LoadBalancerTypeEnum.APPLICATION).loadBalancerArn();
    assertThat(
            elb.as("444455556666")
                .code(DescribeLoadBalancersRequest.builder().loadBalancerArns(arn).build()))
        .isEqualTo("LoadBalancerNotFound");
  }

  private void protect(String arn, String value) {
    elb.call(
        ModifyLoadBalancerAttributesRequest.builder()
            .loadBalancerArn(arn)
            .attributes(
                LoadBalancerAttribute.builder()
                    .key("deletion_protection.enabled")
                    .value(value)
                    .build())
            .build());
  }

  private LoadBalancer one(String name) {
    DescribeLoadBalancersResponse answer =
        elb.call(DescribeLoadBalancersRequest.builder().names(name).build());
    return answer.loadBalancers().getFirst();
  }
}
