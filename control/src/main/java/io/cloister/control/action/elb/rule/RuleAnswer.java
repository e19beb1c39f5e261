package io.cloister.control.action.elb.rule;

import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Rules as answers give them. */
final class RuleAnswer {
  private RuleAnswer() {}

  static Rule of(ListenerRule rule) {
    return Rule.builder()
        .ruleArn(rule.id().value())
        .priority(Integer.toString(rule.priority()))
        .conditions(rule.conditions().stream().map(ConditionAnswer::of).toList())
        .actions(ActionAnswer.of(rule.actions()))
        .transforms(rule.transforms().stream().map(Transforms::answer).toList())
        .isDefault(false)
        .build();
  }

  /** The default rule of a listener: its own actions. */
  static Rule ofDefault(Listener listener) {
    return Rule.builder()
        .ruleArn(ElbArns.defaultRule(listener).value())
        .priority("default")
        .conditions(List.of())
        .actions(ActionAnswer.of(listener.defaultActions()))
        .isDefault(true)
        .build();
  }
}
