package io.cloister.control.action.elb.rule;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbTags;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;

/** Adds a rule to a listener of an Application Load Balancer. */
public record CreateRule() implements Action<CreateRuleRequest, CreateRuleResponse> {
  @Override
  public Class<CreateRuleRequest> request() {
    return CreateRuleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn", "Conditions", "Priority", "Actions", "Tags", "Transforms");
  }

  @Override
  public Decision<CreateRuleResponse> decide(
      Network network, Caller caller, CreateRuleRequest request, Draw draw) {

    Listener listener = ElbLookups.listener(network, caller, request.listenerArn());
    LoadBalancer balancer = network.loadBalancers().require(listener.loadBalancer());
    if (balancer.kind() != LoadBalancer.Kind.APPLICATION) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "Listeners of a Network Load Balancer have no rules: change the default action");
    }
    int priority = RuleChecks.priority(request.priority());
    RuleChecks.free(ElbLookups.rules(network, listener.id()), priority);
    ListenerRule rule =
        new ListenerRule(
            ElbArns.rule(listener.id(), ElbArns.fresh(draw)),
            caller.scope(),
            listener.id(),
            priority,
            ConditionReader.read(request.conditions()),
            ActionReader.read(network, caller, balancer, listener.protocol(), request.actions()),
            Transforms.read(request.transforms()));
    SortedMap<String, String> tags = ElbTags.given(request.tags());
    long there =
        ElbLookups.listeners(network, balancer.id())
            .mapToLong(l -> ElbLookups.rules(network, l.id()).count())
            .sum();
    Quotas.of(network, caller).check(Quota.RULES_PER_LOAD_BALANCER, there + 1);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(rule));
    changes.addAll(ElbTags.changes(rule.id(), tags));
    return new Decision<>(changes, CreateRuleResponse.builder().rules(RuleAnswer.of(rule)).build());
  }
}
