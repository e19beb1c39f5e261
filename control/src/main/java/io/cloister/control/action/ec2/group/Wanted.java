package io.cloister.control.action.ec2.group;

import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import java.util.Optional;

/** A rule as a request describes it, without an id. */
record Wanted(TrafficMatch match, RulePeer peer, Optional<String> description) {

  /** Whether a rule allows just this. */
  boolean is(SecurityGroupRule rule) {
    return rule.match().equals(match) && rule.peer().equals(peer);
  }

  /** Whether another one asks for the same packets. */
  boolean sameAs(Wanted other) {
    return other.match.equals(match) && other.peer.equals(peer);
  }

  /** The rule with an id. */
  SecurityGroupRule rule(SecurityGroupRuleId id, Direction direction) {
    return new SecurityGroupRule(id, direction, match, peer, description);
  }

  /**
   * As AWS's messages write it: {@code peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW}.
   */
  @Override
  public String toString() {
    String other =
        switch (peer) {
          case RulePeer.Cidr cidr -> cidr.prefix().toString();
          case RulePeer.Group group -> group.id().value();
        };
    return "peer: %s, %s, ALLOW".formatted(other, Traffic.text(match));
  }
}
