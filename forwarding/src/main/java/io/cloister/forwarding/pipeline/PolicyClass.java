package io.cloister.forwarding.pipeline;

import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.vpc.Direction;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two gates that all ports with the same groups have: what any of the groups allows passes.
 *
 * @param groups the groups' rules, in the order of {@link PolicyClassId}
 */
public record PolicyClass(PolicyClassId id, List<GroupPolicy> groups) {

  /** Copies. */
  public PolicyClass {
    groups = List.copyOf(groups);
  }

  /** All rules of one gate for packets of a family. */
  public Stream<GroupRule> rules(Direction direction, Family family) {
    return groups.stream().flatMap(group -> group.rules(direction, family).stream());
  }

  /** Whether a rule of a gate allows every packet of a protocol from or to every address. */
  public boolean isOpen(Direction direction, Family family, IpProtocol protocol) {
    return rules(direction, family).anyMatch(r -> r.anyAddress(family) && r.allPorts(protocol));
  }

  /**
   * Whether flows of a protocol whose first packet is allowed by a rule for every address are not
   * tracked: those of TCP or UDP, where the other gate lets every answer out whatever its port. The
   * two families are decided apart.
   *
   * @param direction of the first packet
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html#untracked-connections">
   *     Amazon EC2 security group connection tracking</a>
   */
  public boolean isUntracked(Direction direction, Family family, IpProtocol protocol) {
    return protocol.hasPorts() && isOpen(direction.opposite(), family, protocol);
  }
}
