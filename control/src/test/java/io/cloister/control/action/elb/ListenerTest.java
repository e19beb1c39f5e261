package io.cloister.control.action.elb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;

class ListenerTest {
  private final Elb elb = Elb.fresh();
  private final String balancer =
      elb.balancer("web", LoadBalancerTypeEnum.APPLICATION).loadBalancerArn();
  private final String group = elb.group("app", ProtocolEnum.HTTP);

  @Test
  void aPortIsTakenOnce() {
    String arn = elb.listener(balancer, ProtocolEnum.HTTP, 80, group);
    assertThat(elb.listener(balancer, ProtocolEnum.HTTP, 80, group)).isEqualTo(arn);
    String other = elb.group("other", ProtocolEnum.HTTP);
    assertThat(elb.code(Elb.listen(balancer, ProtocolEnum.HTTP, 80, other)))
        .isEqualTo("DuplicateListener");
  }

  @Test
  void protocolsMustFitTheBalancerAndTheGroup() {
    assertThat(elb.code(Elb.listen(balancer, ProtocolEnum.TCP, 80, group)))
        .isEqualTo("UnsupportedProtocol");
    String tcp = elb.group("tcp", ProtocolEnum.TCP);
    assertThat(elb.code(Elb.listen(balancer, ProtocolEnum.HTTP, 80, tcp)))
        .isEqualTo("IncompatibleProtocols");
    String net = elb.balancer("net", LoadBalancerTypeEnum.NETWORK).loadBalancerArn();
    elb.listener(net, ProtocolEnum.TCP, 80, tcp);
    assertThat(elb.code(Elb.listen(net, ProtocolEnum.UDP, 53, tcp)))
        .isEqualTo("IncompatibleProtocols");
    assertThat(elb.code(rule(elb.listener(net, ProtocolEnum.TCP, 81, tcp), 1, path("/x"))))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void aGroupBelongsToOneBalancer() {
    elb.listener(balancer, ProtocolEnum.HTTP, 80, group);
    String second = elb.balancer("two", LoadBalancerTypeEnum.APPLICATION).loadBalancerArn();
    assertThat(elb.code(Elb.listen(second, ProtocolEnum.HTTP, 80, group)))
        .isEqualTo("TargetGroupAssociationLimit");
  }

  @Test
  void tlsNeedsACertificate() {
    CreateListenerRequest https = Elb.listen(balancer, ProtocolEnum.HTTPS, 443, group);
    assertThat(elb.code(https)).isEqualTo("ValidationError");
    assertThat(
            elb.code(
                https.toBuilder()
                    .certificates(Certificate.builder().certificateArn("mine").build())
                    .build()))
        .isEqualTo("CertificateNotFound");
    CreateListenerRequest whole =
        https.toBuilder()
            .certificates(
                Certificate.builder()
                    .certificateArn("arn:aws:acm:us-east-1:111122223333:certificate/0a-1b")
                    .build())
            .build();
    assertThat(elb.code(whole.toBuilder().sslPolicy("Mine").build()))
        .isEqualTo("SSLPolicyNotFound");
    elb.call(whole);
  }

  @Test
  void actionsThatCannotBeAreRefused() {
    refused("InvalidLoadBalancerAction", a -> a.type(ActionTypeEnum.FORWARD));
    refused("InvalidLoadBalancerAction", a -> a.type(ActionTypeEnum.REDIRECT));
    refused(
        "InvalidLoadBalancerAction",
        a -> a.type(ActionTypeEnum.REDIRECT).redirectConfig(r -> r.statusCode("HTTP_301")));
    refused(
        "InvalidLoadBalancerAction",
        a -> a.type(ActionTypeEnum.FIXED_RESPONSE).fixedResponseConfig(f -> f.statusCode("302")));
    refused("UnsupportedOperation", a -> a.type(ActionTypeEnum.AUTHENTICATE_OIDC));
    refused(
        "TargetGroupNotFound",
        a -> a.type(ActionTypeEnum.FORWARD).targetGroupArn(group.replace("/app/", "/none/")));
  }

  private void refused(String code, Consumer<Action.Builder> action) {
    CreateListenerRequest request =
        CreateListenerRequest.builder()
            .loadBalancerArn(balancer)
            .protocol(ProtocolEnum.HTTP)
            .port(80)
            .defaultActions(Action.builder().applyMutation(action).build())
            .build();
    assertThat(elb.code(request)).as("%s", request).isEqualTo(code);
  }

  @Test
  void rulesAreTriedByPriorityTheDefaultOneLast() {
    String listener = elb.listener(balancer, ProtocolEnum.HTTP, 80, group);
    String ten = made(rule(listener, 10, path("/api/*")));
    String five = made(rule(listener, 5, host("*.example.com")));
    assertThat(elb.code(rule(listener, 5, path("/y")))).isEqualTo("PriorityInUse");
    assertThat(priorities(listener)).containsExactly("5", "10", "default");
    elb.call(
        SetRulePrioritiesRequest.builder().rulePriorities(place(five, 10), place(ten, 5)).build());
    assertThat(rules(listener).getFirst().ruleArn()).isEqualTo(ten);
    elb.call(DeleteRuleRequest.builder().ruleArn(ten).build());
    assertThat(elb.code(DeleteRuleRequest.builder().ruleArn(ten).build()))
        .isEqualTo("RuleNotFound");
    String last = rules(listener).getLast().ruleArn();
    assertThat(elb.code(DeleteRuleRequest.builder().ruleArn(last).build()))
        .isEqualTo("OperationNotPermitted");
    elb.call(DeleteListenerRequest.builder().listenerArn(listener).build());
    assertThat(elb.network().listenerRules().isEmpty()).isTrue();
  }

  @Test
  void conditionsThatCannotBeAreRefused() {
    String listener = elb.listener(balancer, ProtocolEnum.HTTP, 80, group);
    List<RuleCondition> wrong =
        List.of(
            RuleCondition.builder().field("path").values("/x").build(),
            RuleCondition.builder().field("path-pattern").build(),
            RuleCondition.builder()
                .field("source-ip")
                .sourceIpConfig(c -> c.values("10.0.0.1"))
                .build(),
            RuleCondition.builder()
                .field("http-header")
                .httpHeaderConfig(c -> c.httpHeaderName("Host").values("x"))
                .build(),
            RuleCondition.builder()
                .field("path-pattern")
                .pathPatternConfig(c -> c.regexValues("("))
                .build(),
            RuleCondition.builder()
                .field("path-pattern")
                .values("/1", "/2", "/3", "/4", "/5", "/6")
                .build());
    for (RuleCondition condition : wrong) {
      assertThat(elb.code(rule(listener, 1, condition)))
          .as("%s", condition)
          .isEqualTo("ValidationError");
    }
    assertThat(elb.code(rule(listener, 1, path("/a"), path("/b"))))
        .isEqualTo("InvalidConfigurationRequest");
    assertThat(elb.code(rule(listener, 0, path("/a")))).isEqualTo("ValidationError");
  }

  @Test
  void aListenerChangesItsPortAndKeepsItsActions() {
    String listener = elb.listener(balancer, ProtocolEnum.HTTP, 80, group);
    elb.call(ModifyListenerRequest.builder().listenerArn(listener).port(8080).build());
    var after = elb.network().listeners().values().findFirst().orElseThrow();
    assertThat(after.port()).isEqualTo(8080);
    assertThat(after.defaultActions()).hasSize(1);
  }

  private String made(CreateRuleRequest request) {
    CreateRuleResponse answer = elb.call(request);
    return answer.rules().getFirst().ruleArn();
  }

  private List<Rule> rules(String listener) {
    DescribeRulesResponse answer =
        elb.call(DescribeRulesRequest.builder().listenerArn(listener).build());
    return answer.rules();
  }

  private List<String> priorities(String listener) {
    return rules(listener).stream().map(Rule::priority).toList();
  }

  private static RulePriorityPair place(String rule, int priority) {
    return RulePriorityPair.builder().ruleArn(rule).priority(priority).build();
  }

  private static RuleCondition path(String value) {
    return RuleCondition.builder().field("path-pattern").values(value).build();
  }

  private static RuleCondition host(String value) {
    return RuleCondition.builder()
        .field("host-header")
        .hostHeaderConfig(c -> c.values(value))
        .build();
  }

  private CreateRuleRequest rule(String listener, int priority, RuleCondition... conditions) {
    return CreateRuleRequest.builder()
        .listenerArn(listener)
        .priority(priority)
        .conditions(conditions)
        .actions(
            Action.builder()
                .type(ActionTypeEnum.FIXED_RESPONSE)
                .fixedResponseConfig(f -> f.statusCode("404"))
                .build())
        .build();
  }
}
