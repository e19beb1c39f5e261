package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class GroupActions {
  private GroupActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new AuthorizeSecurityGroupEgress(),
        new AuthorizeSecurityGroupIngress(),
        new CreateSecurityGroup(),
        new DeleteSecurityGroup(),
        new DescribeSecurityGroupReferences(),
        new DescribeSecurityGroupRules(),
        new DescribeSecurityGroups(),
        new DescribeStaleSecurityGroups(),
        new ModifySecurityGroupRules(),
        new RevokeSecurityGroupEgress(),
        new RevokeSecurityGroupIngress(),
        new UpdateSecurityGroupRuleDescriptionsEgress(),
        new UpdateSecurityGroupRuleDescriptionsIngress());
  }
}
