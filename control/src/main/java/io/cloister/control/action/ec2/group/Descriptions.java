package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleDescription;

/** New descriptions for rules, which are named by id or described; one left out is taken away. */
record Descriptions(Network network, Caller caller, SecurityGroup group, Direction direction) {

  /** The change that puts them. */
  Change change(List<IpPermission> permissions, List<SecurityGroupRuleDescription> byId) {
    if (permissions.isEmpty() == byId.isEmpty()) {
      throw new AwsException(
          byId.isEmpty() ? "MissingParameter" : "InvalidParameterCombination",
          "Specify either ipPermissions or securityGroupRuleDescriptions");
    }
    Map<SecurityGroupRuleId, Optional<String>> texts = new HashMap<>();
    for (SecurityGroupRuleDescription each : byId) {
      if (each.securityGroupRuleId() == null) {
        throw new AwsException(
            "MissingParameter", "The request must contain the parameter SecurityGroupRuleId");
      }
      SecurityGroupRule rule = RuleChanges.rule(group, each.securityGroupRuleId());
      if (rule.direction() != direction) {
        throw RuleChanges.notFound(each.securityGroupRuleId());
      }
      texts.put(rule.id(), Texts.ruleDescription(each.description()));
    }
    for (Wanted wanted : new Permissions(network, caller, group).read(permissions)) {
      SecurityGroupRule rule =
          group
              .rules(direction)
              .filter(wanted::is)
              .findFirst()
              .orElseThrow(() ->
                  new AwsException(
                      "InvalidPermission.NotFound",
                      "The specified rule does not exist in this security group: \"%s\" is not in %s"
                          .formatted(wanted, group.id())));
      texts.put(rule.id(), wanted.description());
    }
    return new Change.Put(
        group.withRules(
            group.rules().stream()
                .map(r ->
                    texts.containsKey(r.id())
                        ? r.withDescription(texts.getOrDefault(r.id(), Optional.empty()))
                        : r)
                .toList()));
  }
}
