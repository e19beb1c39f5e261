package io.cloister.control.action.elb.rule;

import io.cloister.model.elb.RuleCondition;
import io.cloister.model.ip.Prefix;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;

/** The conditions of rules as answers give them. */
final class ConditionAnswer {
  private ConditionAnswer() {}

  static software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition of(
      RuleCondition condition) {
    software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition.Builder answer =
        software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition.builder();
    return switch (condition) {
      case RuleCondition.HostHeader c ->
          answer
              .field("host-header")
              .values(c.values())
              .hostHeaderConfig(b -> b.values(c.values()).regexValues(c.regexes()))
              .build();
      case RuleCondition.PathPattern c ->
          answer
              .field("path-pattern")
              .values(c.values())
              .pathPatternConfig(b -> b.values(c.values()).regexValues(c.regexes()))
              .build();
      case RuleCondition.HttpHeader c ->
          answer
              .field("http-header")
              .httpHeaderConfig(
                  b -> b.httpHeaderName(c.name()).values(c.values()).regexValues(c.regexes()))
              .build();
      case RuleCondition.RequestMethod c ->
          answer
              .field("http-request-method")
              .httpRequestMethodConfig(b -> b.values(c.values()))
              .build();
      case RuleCondition.QueryString c ->
          answer
              .field("query-string")
              .queryStringConfig(
                  b -> b.values(c.values().stream().map(ConditionAnswer::pair).toList()))
              .build();
      case RuleCondition.SourceIp c ->
          answer
              .field("source-ip")
              .sourceIpConfig(b -> b.values(c.values().stream().map(Prefix::toString).toList()))
              .build();
    };
  }

  private static QueryStringKeyValuePair pair(RuleCondition.Pair pair) {
    QueryStringKeyValuePair.Builder answer = QueryStringKeyValuePair.builder().value(pair.value());
    pair.key().ifPresent(answer::key);
    return answer.build();
  }
}
