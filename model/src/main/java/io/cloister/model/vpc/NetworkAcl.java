package io.cloister.model.vpc;

import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import java.util.List;

/**
 * A network ACL. Every subnet is associated with exactly one.
 *
 * @param entries sorted by direction and number; the last, implicit deny is not among them
 */
public record NetworkAcl(
    NetworkAclId id,
    Scope scope,
    VpcId vpc,
    boolean isDefault,
    List<Entry> entries,
    List<Association> associations)
    implements Resource {

  /**
   * A numbered rule.
   *
   * @param number 1..32766; the lowest that matches decides
   */
  public record Entry(
      Direction direction, int number, boolean allow, TrafficMatch match, Prefix cidr) {}

  /** The association with a subnet. */
  public record Association(NetworkAclAssociationId id, SubnetId subnet) {}

  /** Copies the lists. */
  public NetworkAcl {
    entries = List.copyOf(entries);
    associations = List.copyOf(associations);
  }

  /** With other entries. */
  public NetworkAcl withEntries(List<Entry> other) {
    return new NetworkAcl(id, scope, vpc, isDefault, other, associations);
  }

  /** With other associations. */
  public NetworkAcl withAssociations(List<Association> other) {
    return new NetworkAcl(id, scope, vpc, isDefault, entries, other);
  }
}
