package io.cloister.control.action.elb.rule;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesResponse;

/** Gives rules other priorities, all at once: two may change places. */
public record SetRulePriorities()
    implements Action<SetRulePrioritiesRequest, SetRulePrioritiesResponse> {
  @Override
  public Class<SetRulePrioritiesRequest> request() {
    return SetRulePrioritiesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RulePriorities");
  }

  @Override
  public Decision<SetRulePrioritiesResponse> decide(
      Network network, Caller caller, SetRulePrioritiesRequest request, Draw draw) {

    Map<ListenerRuleArn, ListenerRule> moved = new LinkedHashMap<>();
    for (RulePriorityPair pair : request.rulePriorities()) {
      ListenerRule rule = RuleChecks.changeable(network, caller, pair.ruleArn());
      ListenerRule after = rule.withPriority(RuleChecks.priority(pair.priority()));
      if (moved.put(rule.id(), after) != null) {
        throw new AwsException("ValidationError", "Rule '%s' is given twice".formatted(rule.id()));
      }
    }
    for (ListenerRule rule : moved.values()) {
      RuleChecks.free(
          ElbLookups.rules(network, rule.listener())
              .map(r -> moved.getOrDefault(r.id(), r))
              .filter(r -> !r.id().equals(rule.id())),
          rule.priority());
    }
    List<Change> changes = moved.values().stream().<Change>map(r -> new Change.Put(r)).toList();
    return new Decision<>(
        changes,
        SetRulePrioritiesResponse.builder()
            .rules(moved.values().stream().map(RuleAnswer::of).toList())
            .build());
  }
}
