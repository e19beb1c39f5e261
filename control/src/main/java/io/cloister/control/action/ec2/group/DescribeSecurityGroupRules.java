package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Describes the rules of the caller's groups one by one. */
final class DescribeSecurityGroupRules
    implements Action<DescribeSecurityGroupRulesRequest, DescribeSecurityGroupRulesResponse> {
  private static final int LEAST = 5;
  private static final Filters<SecurityGroupRule> FILTERS =
      ShapeFilters.of(
          r -> new SecurityGroupRuleId(r.securityGroupRuleId()),
          "group-id",
          "security-group-rule-id");

  @Override
  public Class<DescribeSecurityGroupRulesRequest> request() {
    return DescribeSecurityGroupRulesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("SecurityGroupRuleIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeSecurityGroupRulesResponse> decide(
      Network network, Caller caller, DescribeSecurityGroupRulesRequest request, Draw draw) {
    List<SecurityGroupRuleId> wanted =
        request.securityGroupRuleIds().stream().map(RuleChanges::id).distinct().toList();
    List<SecurityGroupRule> chosen =
        network
            .securityGroups()
            .where(g -> g.scope().equals(caller.scope()))
            .flatMap(g ->
                g.rules().stream()
                    .filter(r -> wanted.isEmpty() || wanted.contains(r.id()))
                    .map(r -> RuleShapes.rule(network, caller, g, r)))
            .sorted(Comparator.comparing(SecurityGroupRule::securityGroupRuleId))
            .toList();
    for (SecurityGroupRuleId id : wanted) {
      if (chosen.stream().noneMatch(r -> r.securityGroupRuleId().equals(id.value()))) {
        throw RuleChanges.notFound(id.value());
      }
    }
    var page =
        Page.of(
            chosen.stream().filter(FILTERS.condition(network, request.filters())).toList(),
            SecurityGroupRule::securityGroupRuleId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeSecurityGroupRulesResponse.builder()
            .securityGroupRules(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
