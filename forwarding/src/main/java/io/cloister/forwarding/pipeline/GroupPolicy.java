package io.cloister.forwarding.pipeline;

import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.Family;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A security group as packets meet it: each list has the rules of one direction that can match
 * packets of one family, in the order in which they were added (which decides nothing: all allow).
 */
public record GroupPolicy(
    SecurityGroupId id,
    List<GroupRule> ingress4,
    List<GroupRule> ingress6,
    List<GroupRule> egress4,
    List<GroupRule> egress6) {

  /** Copies. */
  public GroupPolicy {
    ingress4 = List.copyOf(ingress4);
    ingress6 = List.copyOf(ingress6);
    egress4 = List.copyOf(egress4);
    egress6 = List.copyOf(egress6);
  }

  /** The rules for packets of a direction and a family. */
  public List<GroupRule> rules(Direction direction, Family family) {
    return switch (direction) {
      case INGRESS -> family == Family.IPV4 ? ingress4 : ingress6;
      case EGRESS -> family == Family.IPV4 ? egress4 : egress6;
    };
  }

  /** The groups that its rules name as the other side, each once, sorted. */
  public List<SecurityGroupId> references() {
    return Stream.of(ingress4, ingress6, egress4, egress6)
        .flatMap(List::stream)
        .map(GroupRule::peer)
        .flatMap(peer -> peer instanceof RulePeer.Group group ? Stream.of(group.id()) : null)
        .distinct()
        .sorted()
        .toList();
  }
}
