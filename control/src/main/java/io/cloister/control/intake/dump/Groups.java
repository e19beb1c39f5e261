package io.cloister.control.intake.dump;

import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups that no dump describes. */
final class Groups {
  private Groups() {}

  /**
   * The rules of what has no group at all, as the interfaces of NAT gateways: everything passes.
   */
  static List<SecurityGroupRule> open(SecurityGroupId id) {
    List<SecurityGroupRule> rules = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (Prefix all : List.of(Prefix.ALL_IPV4, Prefix.ALL_IPV6)) {
        rules.add(
            new SecurityGroupRule(
                new SecurityGroupRuleId(
                    Ids.of(SecurityGroupRuleId.PREFIX, id + "|" + direction + "|" + all)),
                direction,
                new TrafficMatch.Everything(),
                new RulePeer.Cidr(all),
                Optional.empty()));
      }
    }
    return rules;
  }
}
