package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Direction;

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
   * A rule of an ACL.
   *
   * @param number {@link #IMPLICIT_DENY} for the last one, which nobody wrote
   */
  record OfAclEntry(NetworkAclId acl, Direction direction, int number) implements Cause {
    /** The number of the rule that denies what no other rule was for: AWS writes it as a star. */
    public static final int IMPLICIT_DENY = 32767;

    /** Whether it is the rule that nobody wrote. */
    public boolean isImplicit() {
      return number == IMPLICIT_DENY;
    }

    @Override
    public String toString() {
      return acl
          + (direction == Direction.INGRESS ? " inbound " : " outbound ")
          + (isImplicit() ? "*" : Integer.toString(number));
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
