package io.cloister.control.action.elb.rule;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleResponse;

/** Deletes a rule; the default one goes with its listener only. */
public record DeleteRule() implements Action<DeleteRuleRequest, DeleteRuleResponse> {
  @Override
  public Class<DeleteRuleRequest> request() {
    return DeleteRuleRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RuleArn");
  }

  @Override
  public Decision<DeleteRuleResponse> decide(
      Network network, Caller caller, DeleteRuleRequest request, Draw draw) {

    ListenerRule rule = RuleChecks.changeable(network, caller, request.ruleArn());
    return Decision.of(DeleteRuleResponse.builder().build(), new Change.Remove(rule.id()));
  }
}
