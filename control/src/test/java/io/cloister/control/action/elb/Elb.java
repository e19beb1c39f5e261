package io.cloister.control.action.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.elb.targets.Healths;
import io.cloister.model.network.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** A new account's cloud with the actions of load balancing. */
final class Elb {
  private static final Map<Class<?>, Action<?, ?>> ACTIONS = new HashMap<>();

  static {
    ElbActions.all(Healths.NONE, PublicPool.DEFAULT).forEach(a -> ACTIONS.put(a.request(), a));
  }

  private final Cloud cloud;

  private Elb(Cloud cloud) {
    this.cloud = cloud;
  }

  static Elb fresh() {
    return new Elb(Cloud.fresh());
  }

  /** The same cloud for another account. */
  Elb as(String account) {
    return new Elb(cloud.as(account, "aws", "us-east-1"));
  }

  Cloud cloud() {
    return cloud;
  }

  Network network() {
    return cloud.network();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The request names its answer.
  <O extends SdkResponse> O call(SdkRequest request) {
    return (O) cloud.call((Action<SdkRequest, SdkResponse>) action(request), request);
  }

  /** The code that a request is refused with. */
  @SuppressWarnings("unchecked")
  String code(SdkRequest request) {
    AwsException refused =
        cloud.refusal((Action<SdkRequest, SdkResponse>) action(request), request);
    return refused.code();
  }

  private static Action<?, ?> action(SdkRequest request) {
    Action<?, ?> action = ACTIONS.get(request.getClass());
    assertThat(action).as("an action for %s", request.getClass().getSimpleName()).isNotNull();
    return Objects.requireNonNull(action);
  }

  /** The default VPC's id. */
  String vpc() {
    return network()
        .vpcs()
        .where(v -> v.scope().equals(cloud.caller().scope()))
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }

  /** The default VPC's subnets. */
  List<String> subnets() {
    return network()
        .subnets()
        .where(s -> s.scope().equals(cloud.caller().scope()))
        .map(s -> s.id().value())
        .toList();
  }

  LoadBalancer balancer(String name, LoadBalancerTypeEnum type) {
    CreateLoadBalancerResponse answer =
        call(CreateLoadBalancerRequest.builder().name(name).type(type).subnets(subnets()).build());
    return answer.loadBalancers().getFirst();
  }

  String group(String name, ProtocolEnum protocol) {
    CreateTargetGroupResponse answer =
        call(
            CreateTargetGroupRequest.builder()
                .name(name)
                .protocol(protocol)
                .port(8080)
                .vpcId(vpc())
                .build());
    return answer.targetGroups().getFirst().targetGroupArn();
  }

  static CreateListenerRequest listen(
      String balancer, ProtocolEnum protocol, int port, String group) {
    return CreateListenerRequest.builder()
        .loadBalancerArn(balancer)
        .protocol(protocol)
        .port(port)
        .defaultActions(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn(group)
                .build())
        .build();
  }

  String listener(String balancer, ProtocolEnum protocol, int port, String group) {
    CreateListenerResponse answer = call(listen(balancer, protocol, port, group));
    return answer.listeners().getFirst().listenerArn();
  }
}
