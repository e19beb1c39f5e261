package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.ip.Family;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;

/** Replaces what rules say, all at once; they keep their ids, directions and tags. */
final class ModifySecurityGroupRules
    implements Action<ModifySecurityGroupRulesRequest, ModifySecurityGroupRulesResponse> {
  private static final String RULE = "SecurityGroupRules.SecurityGroupRule.";

  @Override
  public Class<ModifySecurityGroupRulesRequest> request() {
    return ModifySecurityGroupRulesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "GroupId",
        "SecurityGroupRules.SecurityGroupRuleId",
        RULE + "IpProtocol",
        RULE + "FromPort",
        RULE + "ToPort",
        RULE + "CidrIpv4",
        RULE + "CidrIpv6",
        RULE + "ReferencedGroupId",
        RULE + "Description");
  }

  @Override
  public Decision<ModifySecurityGroupRulesResponse> decide(
      Network network, Caller caller, ModifySecurityGroupRulesRequest request, Draw draw) {
    SecurityGroup group = Groups.byId(network, caller, request.groupId());
    Map<SecurityGroupRuleId, SecurityGroupRule> replaced = new HashMap<>();
    for (SecurityGroupRuleUpdate update : request.securityGroupRules()) {
      if (update.securityGroupRuleId() == null || update.securityGroupRule() == null) {
        throw new AwsException(
            "MissingParameter",
            "Each security group rule update must contain a rule ID and a rule");
      }
      SecurityGroupRule rule = RuleChanges.rule(group, update.securityGroupRuleId());
      SecurityGroupRule other =
          wanted(network, caller, group, update.securityGroupRule())
              .rule(rule.id(), rule.direction());
      if (replaced.put(rule.id(), other) != null) {
        throw new AwsException(
            "InvalidParameterValue",
            "The security group rule ID '%s' appears twice".formatted(rule.id()));
      }
    }
    if (replaced.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter SecurityGroupRule");
    }
    List<SecurityGroupRule> rules = new ArrayList<>();
    for (SecurityGroupRule rule : group.rules()) {
      SecurityGroupRule now = replaced.getOrDefault(rule.id(), rule);
      if (rules.stream().anyMatch(now::sameAs)) {
        throw RuleChanges.duplicate(now);
      }
      rules.add(now);
    }
    RuleChanges.checkCount(network, caller, rules);
    return Decision.of(
        ModifySecurityGroupRulesResponse.builder().returnValue(true).build(),
        new Change.Put(group.withRules(rules)));
  }

  private static Wanted wanted(
      Network network, Caller caller, SecurityGroup group, SecurityGroupRuleRequest request) {
    List<RulePeer> peers = new ArrayList<>();
    if (request.cidrIpv4() != null) {
      peers.add(Permissions.cidr(request.cidrIpv4(), Family.IPV4));
    }
    if (request.cidrIpv6() != null) {
      peers.add(Permissions.cidr(request.cidrIpv6(), Family.IPV6));
    }
    if (request.referencedGroupId() != null) {
      peers.add(
          new Permissions(network, caller, group)
              .peer(Groups.byId(network, caller, request.referencedGroupId())));
    }
    if (peers.size() != 1) {
      throw new AwsException(
          peers.isEmpty() ? "MissingParameter" : "InvalidParameterCombination",
          "A security group rule needs exactly one of CidrIpv4, CidrIpv6 and ReferencedGroupId");
    }
    return new Wanted(
        Traffic.of(request.ipProtocol(), request.fromPort(), request.toPort()),
        peers.getFirst(),
        Texts.ruleDescription(request.description()));
  }
}
