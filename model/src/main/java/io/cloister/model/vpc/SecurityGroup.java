package io.cloister.model.vpc;

import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.id.VpcId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A security group.
 *
 * @param name 1..255 characters, unique in its VPC; {@code default} only for the default group
 * @param rules of both directions, in the order in which they were added
 */
public record SecurityGroup(
    SecurityGroupId id,
    Scope scope,
    VpcId vpc,
    String name,
    String description,
    List<SecurityGroupRule> rules)
    implements Resource {

  /** Copies the rules. */
  public SecurityGroup {
    rules = List.copyOf(rules);
  }

  /** Whether it is its VPC's default group, which can't be deleted. */
  public boolean isDefault() {
    return name.equals("default");
  }

  /** The rules of a direction. */
  public Stream<SecurityGroupRule> rules(Direction direction) {
    return rules.stream().filter(r -> r.direction() == direction);
  }

  /** The rule with this id. */
  public Optional<SecurityGroupRule> rule(SecurityGroupRuleId wanted) {
    return rules.stream().filter(r -> r.id().equals(wanted)).findFirst();
  }

  /** With other rules. */
  public SecurityGroup withRules(List<SecurityGroupRule> other) {
    return new SecurityGroup(id, scope, vpc, name, description, other);
  }
}
