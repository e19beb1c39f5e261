package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Security groups, with the rules in them. */
final class GroupReader implements Reader {
  private static final String DEFAULT_TEXT = "default VPC security group";

  @Override
  public String section() {
    return "SecurityGroups";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    SecurityGroupId id = new SecurityGroupId(reading.id(SecurityGroupId.PREFIX, tree, "GroupId"));
    if (tree.text("VpcId").isEmpty()) {
      throw new Unreadable(tree.place(), id + " belongs to no VPC (EC2-Classic): left out");
    }
    List<SecurityGroupRule> rules = new ArrayList<>();
    for (Tree permission : tree.list("IpPermissions")) {
      rules(id, Direction.INGRESS, permission, item, reading, rules);
    }
    for (Tree permission : tree.list("IpPermissionsEgress")) {
      rules(id, Direction.EGRESS, permission, item, reading, rules);
    }
    String description = tree.text("Description").orElse("");
    reading.put(
        new SecurityGroup(
            id,
            reading.scope(item),
            reading.vpc(tree),
            description.equals(DEFAULT_TEXT)
                ? "default"
                : tree.text("GroupName").orElse(id.value()),
            description,
            rules),
        item);
  }

  private static void rules(
      SecurityGroupId group,
      Direction direction,
      Tree permission,
      Item item,
      Reading reading,
      List<SecurityGroupRule> rules) {
    try {
      TrafficMatch match =
          Matches.of(
              permission,
              permission.text("IpProtocol").orElse("-1"),
              permission.number("FromPort"),
              permission.number("ToPort"));
      for (Tree range : permission.list("IpRanges")) {
        add(group, direction, match, cidr(range, "CidrIp"), range, rules);
      }
      for (Tree range : permission.list("Ipv6Ranges")) {
        add(group, direction, match, cidr(range, "CidrIpv6"), range, rules);
      }
      for (Tree pair : permission.list("UserIdGroupPairs")) {
        add(group, direction, match, group(pair, item, reading), pair, rules);
      }
      for (Tree list : permission.list("PrefixListIds")) {
        throw Peers.prefixList(list);
      }
    } catch (Unreadable e) {
      reading.tally.problem(e.place(), e.what() + ": this rule of " + group + " is left out");
    }
  }

  private static RulePeer cidr(Tree range, String member) throws Unreadable {
    return new RulePeer.Cidr(Reading.prefix(range, range.require(member)));
  }

  private static RulePeer group(Tree pair, Item item, Reading reading) throws Unreadable {
    return new RulePeer.Group(
        new SecurityGroupId(reading.id(SecurityGroupId.PREFIX, pair, "GroupId")),
        pair.text("UserId").map(Ids::account).orElse(reading.scope(item).account()));
  }

  private static void add(
      SecurityGroupId group,
      Direction direction,
      TrafficMatch match,
      RulePeer peer,
      Tree tree,
      List<SecurityGroupRule> rules) {
    rules.add(
        new SecurityGroupRule(
            new SecurityGroupRuleId(
                Ids.of(
                    SecurityGroupRuleId.PREFIX,
                    group + "|" + direction + "|" + match + "|" + peer)),
            direction,
            match,
            peer,
            tree.text("Description")));
  }

  /** The answers of DescribeSecurityGroupRules: the same rules once more, under their own ids. */
  static final class RuleReader implements Reader {
    @Override
    public String section() {
      return "SecurityGroupRules";
    }

    @Override
    public void read(Item item, Reading reading) throws Unreadable {
      Tree tree = item.tree();
      SecurityGroupId id = new SecurityGroupId(reading.id(SecurityGroupId.PREFIX, tree, "GroupId"));
      Optional<SecurityGroup> group = reading.get(SecurityGroup.class, id);
      if (group.isEmpty()) {
        throw new Unreadable(tree.place(), id + " is not in this dump: its rule is left out");
      }
      SecurityGroupRule rule =
          new SecurityGroupRule(
              new SecurityGroupRuleId(
                  reading.id(SecurityGroupRuleId.PREFIX, tree, "SecurityGroupRuleId")),
              tree.flag("IsEgress", false) ? Direction.EGRESS : Direction.INGRESS,
              Matches.of(
                  tree,
                  tree.text("IpProtocol").orElse("-1"),
                  tree.number("FromPort"),
                  tree.number("ToPort")),
              peer(tree, item, reading),
              tree.text("Description"));
      List<SecurityGroupRule> rules = new ArrayList<>(group.get().rules());
      rules.removeIf(rule::sameAs);
      rules.add(rule);
      reading.replace(group.get().withRules(rules));
      reading.tally.understood(section());
    }

    private static RulePeer peer(Tree tree, Item item, Reading reading) throws Unreadable {
      Optional<String> cidr = tree.text("CidrIpv4").or(() -> tree.text("CidrIpv6"));
      if (cidr.isPresent()) {
        return new RulePeer.Cidr(Reading.prefix(tree, cidr.get()));
      }
      Optional<Tree> other = tree.get("ReferencedGroupInfo");
      if (other.isEmpty()) {
        throw Peers.prefixList(tree);
      }
      return group(other.get(), item, reading);
    }
  }
}
