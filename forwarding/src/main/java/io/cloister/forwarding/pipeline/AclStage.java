package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkAclId;
import io.cloister.model.ip.Family;
import io.cloister.model.vpc.Direction;
import java.util.List;

/**
 * A network ACL as packets meet it, where they cross the border of a subnet: the first entry that
 * matches decides. It remembers nothing, so replies meet it like anything else. Each list has the
 * entries for one direction and one family, in the order in which they are tried, and ends with the
 * implicit deny: some entry matches every packet.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html">Network ACL
 *     rules</a>
 */
public record AclStage(
    NetworkAclId id,
    List<AclEntry> ingress4,
    List<AclEntry> ingress6,
    List<AclEntry> egress4,
    List<AclEntry> egress6) {

  /** Copies. */
  public AclStage {
    ingress4 = List.copyOf(ingress4);
    ingress6 = List.copyOf(ingress6);
    egress4 = List.copyOf(egress4);
    egress6 = List.copyOf(egress6);
  }

  /**
   * The entries for packets of a family.
   *
   * @param direction as seen from the subnet
   */
  public List<AclEntry> entries(Direction direction, Family family) {
    return switch (direction) {
      case INGRESS -> family == Family.IPV4 ? ingress4 : ingress6;
      case EGRESS -> family == Family.IPV4 ? egress4 : egress6;
    };
  }
}
