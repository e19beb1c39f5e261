package io.cloister.control.action.elb.rule;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleResponse;

/** Replaces the conditions, the actions or the transforms of a rule; what isn't given stays. */
public record ModifyRule() implements Action<ModifyRuleRequest, ModifyRuleResponse> {
  @Override
  public Class<ModifyRuleRequest> request() {
    return ModifyRuleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RuleArn", "Conditions", "Actions", "Transforms", "ResetTransforms");
  }

  @Override
  public Decision<ModifyRuleResponse> decide(
      Network network, Caller caller, ModifyRuleRequest request, Draw draw) {

    ListenerRule rule = RuleChecks.changeable(network, caller, request.ruleArn());
    Listener listener = network.listeners().require(rule.listener());
    LoadBalancer balancer = network.loadBalancers().require(listener.loadBalancer());
    boolean reset = Boolean.TRUE.equals(request.resetTransforms());
    if (reset && !request.transforms().isEmpty()) {
      throw new AwsException(
          "ValidationError", "Transforms cannot be given and reset at the same time");
    }
    ListenerRule after =
        new ListenerRule(
            rule.id(),
            rule.scope(),
            rule.listener(),
            rule.priority(),
            request.conditions().isEmpty()
                ? rule.conditions()
                : ConditionReader.read(request.conditions()),
            request.actions().isEmpty()
                ? rule.actions()
                : ActionReader.read(
                    network, caller, balancer, listener.protocol(), request.actions()),
            reset
                ? List.of()
                : request.transforms().isEmpty()
                    ? rule.transforms()
                    : Transforms.read(request.transforms()));
    return Decision.of(
        ModifyRuleResponse.builder().rules(RuleAnswer.of(after)).build(), new Change.Put(after));
  }
}
