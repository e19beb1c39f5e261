package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules that a request takes away, and what it described that the group doesn't have. A default
 * VPC's group overlooks the unknown; another one's refuses the whole request (EC2 API reference,
 * {@code RevokeSecurityGroupIngress}).
 */
record Revocation(List<SecurityGroupRule> rules, List<Wanted> unknown) {

  /** Finds the rules that are named by id or described, but not both. */
  static Revocation of(
      Network network,
      SecurityGroup group,
      Direction direction,
      List<String> ids,
      List<Wanted> described) {
    if (!ids.isEmpty()) {
      if (!described.isEmpty()) {
        throw new AwsException(
            "InvalidParameterCombination",
            "The parameter securityGroupRuleIds may not be used in combination with ipPermissions");
      }
      return new Revocation(
          ids.stream().distinct().map(id -> named(group, direction, id)).toList(), List.of());
    }
    List<SecurityGroupRule> found = new ArrayList<>();
    List<Wanted> unknown = new ArrayList<>();
    for (Wanted wanted : RuleChanges.some(described)) {
      Optional<SecurityGroupRule> rule = group.rules(direction).filter(wanted::is).findFirst();
      rule.ifPresentOrElse(found::add, () -> unknown.add(wanted));
    }
    if (!unknown.isEmpty() && !network.vpcs().require(group.vpc()).isDefault()) {
      throw new AwsException(
          "InvalidPermission.NotFound",
          "The specified rule does not exist in this security group: \"%s\" is not in %s"
              .formatted(unknown.getFirst(), group.id()));
    }
    return new Revocation(found, unknown);
  }

  private static SecurityGroupRule named(SecurityGroup group, Direction direction, String id) {
    SecurityGroupRule rule = RuleChanges.rule(group, id);
    if (rule.direction() != direction) {
      throw RuleChanges.notFound(id);
    }
    return rule;
  }
}
