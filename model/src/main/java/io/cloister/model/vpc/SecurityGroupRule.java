package io.cloister.model.vpc;

import io.cloister.model.id.SecurityGroupRuleId;
import java.util.Optional;

/**
 * A rule of a security group: it only ever allows.
 *
 * @param match which packets, but for the other side's address
 * @param peer who the other side is
 * @param description up to 255 characters
 */
public record SecurityGroupRule(
    SecurityGroupRuleId id,
    Direction direction,
    TrafficMatch match,
    RulePeer peer,
    Optional<String> description) {

  /** Whether it allows the same packets, whatever its id and description. */
  public boolean sameAs(SecurityGroupRule other) {
    return direction == other.direction && match.equals(other.match) && peer.equals(other.peer);
  }

  /** With another description. */
  public SecurityGroupRule withDescription(Optional<String> other) {
    return new SecurityGroupRule(id, direction, match, peer, other);
  }
}
