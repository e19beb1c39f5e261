package io.cloister.forwarding.pipeline;

import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.ip.Prefix;

/** What a user wrote that makes a stage decide as it does. {@code toString} is for people. */
public sealed interface Cause {

  /** A rule of a security group. */
  record OfRule(SecurityGroupId group, SecurityGroupRuleId rule) implements Cause {
    @Override
    public String toString() {
      return rule.value();
    }
  }

  /**
   * A route of a table; also the absence of one, with the destination 0.0.0.0/0 or ::/0.
   *
   * @param destination as the route says it
   */
  record OfRoute(RouteTableId table, Prefix destination) implements Cause {
    @Override
    public String toString() {
      return table + " " + destination;
    }
  }
}
