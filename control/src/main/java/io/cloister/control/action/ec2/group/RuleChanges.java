package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.ip.Family;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the rules of a group change, and what AWS refuses of it. */
final class RuleChanges {
  private RuleChanges() {}

  /** Refuses a request that describes no rule at all. */
  static List<Wanted> some(List<Wanted> wanted) {
    if (wanted.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter ipPermissions");
    }
    return wanted;
  }

  /** New rules with fresh ids. */
  static List<SecurityGroupRule> drawn(List<Wanted> wanted, Direction direction, Draw draw) {
    return wanted.stream()
        .map(w -> w.rule(new SecurityGroupRuleId(draw.id(SecurityGroupRuleId.PREFIX)), direction))
        .toList();
  }

  /**
   * The changes that add rules to a group.
   *
   * @throws AwsException {@code InvalidPermission.Duplicate} when the group has one already, {@code
   *     RulesPerSecurityGroupLimitExceeded} when there would be too many of a family
   */
  static List<Change> add(
      Network network,
      Caller caller,
      SecurityGroup group,
      List<SecurityGroupRule> added,
      SortedMap<String, String> tags) {
    for (SecurityGroupRule rule : added) {
      if (group.rules().stream().anyMatch(rule::sameAs)) {
        throw duplicate(rule);
      }
    }
    List<SecurityGroupRule> rules = new ArrayList<>(group.rules());
    rules.addAll(added);
    checkCount(network, caller, rules);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(group.withRules(rules)));
    added.forEach(rule -> changes.addAll(Tagging.changes(rule.id(), tags)));
    return changes;
  }

  /** The error for a rule that the group has already. */
  static AwsException duplicate(SecurityGroupRule rule) {
    return new AwsException(
        "InvalidPermission.Duplicate",
        "the specified rule \"%s\" already exists"
            .formatted(new Wanted(rule.match(), rule.peer(), rule.description())));
  }

  /** Refuses more rules than the quota, which counts each direction and family for itself. */
  static void checkCount(Network network, Caller caller, List<SecurityGroupRule> rules) {
    Quotas quotas = Quotas.of(network, caller);
    for (Direction direction : Direction.values()) {
      for (Family family : Family.values()) {
        quotas.check(
            Quota.RULES_PER_SECURITY_GROUP,
            rules.stream()
                .filter(r -> r.direction() == direction && counts(r.peer(), family))
                .count());
      }
    }
  }

  /** A rule that names a group counts for both families (VPC user guide, "Amazon VPC quotas"). */
  private static boolean counts(RulePeer peer, Family family) {
    return switch (peer) {
      case RulePeer.Cidr cidr -> cidr.prefix().family() == family;
      case RulePeer.Group _ -> true;
    };
  }

  /** The changes that take rules from a group; their tags go with them. */
  static List<Change> remove(Network network, SecurityGroup group, List<SecurityGroupRule> gone) {
    if (gone.isEmpty()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            group.withRules(group.rules().stream().filter(r -> !gone.contains(r)).toList())));
    changes.addAll(untag(network, gone));
    return changes;
  }

  /** The changes that take the tags from rules that go. */
  static List<Change> untag(Network network, List<SecurityGroupRule> gone) {
    return gone.stream()
        .filter(r -> !network.tags(r.id()).isEmpty())
        .<Change>map(r -> new Change.Tag(r.id(), new TreeMap<>()))
        .toList();
  }

  /**
   * The rule of a group with an id.
   *
   * @throws AwsException {@code InvalidSecurityGroupRuleId.Malformed} or {@code .NotFound}
   */
  static SecurityGroupRule rule(SecurityGroup group, String text) {
    return group.rule(id(text)).orElseThrow(() -> notFound(text));
  }

  /** The id that a text is. */
  static SecurityGroupRuleId id(String text) {
    if (!ResourceId.matches(SecurityGroupRuleId.PREFIX, text)) {
      throw new AwsException(
          "InvalidSecurityGroupRuleId.Malformed",
          "Invalid id: \"%s\" (expecting \"sgr-...\")".formatted(text));
    }
    return new SecurityGroupRuleId(text);
  }

  /** The error for a rule id that isn't there. */
  static AwsException notFound(String text) {
    return new AwsException(
        "InvalidSecurityGroupRuleId.NotFound",
        "The security group rule ID '%s' does not exist".formatted(text));
  }
}
