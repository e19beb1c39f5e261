package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of a network ACL, each of a direction and a number. */
final class AclEntries {
  private AclEntries() {}

  static Optional<NetworkAcl.Entry> find(NetworkAcl acl, Direction direction, int number) {
    return acl.entries().stream()
        .filter(e -> e.direction() == direction && e.number() == number)
        .findFirst();
  }

  /**
   * The rule of a number.
   *
   * @throws AwsException {@code InvalidNetworkAclEntry.NotFound}
   */
  static NetworkAcl.Entry get(NetworkAcl acl, Direction direction, int number) {
    return find(acl, direction, number)
        .orElseThrow(() ->
            new AwsException(
                "InvalidNetworkAclEntry.NotFound",
                "The network acl %s has no %s rule %d"
                    .formatted(
                        acl.id(), direction == Direction.EGRESS ? "outbound" : "inbound", number)));
  }

  static NetworkAcl with(NetworkAcl acl, NetworkAcl.Entry entry) {
    List<NetworkAcl.Entry> entries = new ArrayList<>(acl.entries());
    entries.add(entry);
    entries.sort(
        Comparator.comparing(NetworkAcl.Entry::direction)
            .thenComparingInt(NetworkAcl.Entry::number));
    return acl.withEntries(entries);
  }

  static NetworkAcl without(NetworkAcl acl, NetworkAcl.Entry entry) {
    return acl.withEntries(acl.entries().stream().filter(e -> !e.equals(entry)).toList());
  }
}
