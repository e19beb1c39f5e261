package io.cloister.control.action.elb.rule;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbPage;
import io.cloister.control.action.support.Page;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Describes the rules of a listener in the order in which they are tried, or rules by ARN. */
public record DescribeRules() implements Action<DescribeRulesRequest, DescribeRulesResponse> {
  @Override
  public Class<DescribeRulesRequest> request() {
    return DescribeRulesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn", "RuleArns", "Marker", "PageSize");
  }

  @Override
  public Decision<DescribeRulesResponse> decide(
      Network network, Caller caller, DescribeRulesRequest request, Draw draw) {

    if ((request.listenerArn() == null) == request.ruleArns().isEmpty()) {
      throw new AwsException(
          "ValidationError", "Either a listener ARN or rule ARNs must be specified, and not both");
    }
    List<Rule> found =
        request.listenerArn() != null
            ? ofListener(network, ElbLookups.listener(network, caller, request.listenerArn()))
            : request.ruleArns().stream().distinct().map(a -> one(network, caller, a)).toList();
    Page<Rule> page =
        ElbPage.of(
            found.stream().sorted(Comparator.comparing(DescribeRules::key)).toList(),
            DescribeRules::key,
            request.pageSize(),
            request.marker());
    return Decision.answer(
        DescribeRulesResponse.builder().rules(page.items()).nextMarker(page.nextToken()).build());
  }

  /** Sorts as rules are tried: by priority, the default one last. */
  private static String key(Rule rule) {
    return rule.isDefault()
        ? "default " + rule.ruleArn()
        : "%05d %s".formatted(Integer.parseInt(rule.priority()), rule.ruleArn());
  }

  private static List<Rule> ofListener(Network network, Listener listener) {
    return Stream.concat(
            ElbLookups.rules(network, listener.id())
                .sorted(Comparator.comparingInt(ListenerRule::priority))
                .map(RuleAnswer::of),
            Stream.of(RuleAnswer.ofDefault(listener)))
        .toList();
  }

  private static Rule one(Network network, Caller caller, String arn) {
    return network
        .listeners()
        .where(l -> l.scope().equals(caller.scope()))
        .filter(l -> ElbArns.defaultRule(l).value().equals(arn))
        .findFirst()
        .map(RuleAnswer::ofDefault)
        .orElseGet(() -> RuleAnswer.of(ElbLookups.rule(network, caller, arn)));
  }
}
