package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What goes with every new subnet: the quota, and the association with the default ACL. */
final class NewSubnet {
  private NewSubnet() {}

  /**
   * The changes that make a subnet.
   *
   * @throws AwsException {@code SubnetLimitExceeded}
   */
  static List<Change> changes(
      Network network, Caller caller, Subnet subnet, SortedMap<String, String> tags, Ids ids) {
    Quotas.of(network, caller)
        .check(Quota.SUBNETS_PER_VPC, 1 + network.index().subnets(subnet.vpc()).count());
    NetworkAcl acl = Parts.defaultAcl(network, subnet.vpc());
    List<NetworkAcl.Association> associations = new ArrayList<>(acl.associations());
    associations.add(
        new NetworkAcl.Association(
            new NetworkAclAssociationId(ids.id(NetworkAclAssociationId.PREFIX)), subnet.id()));
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(subnet));
    changes.add(new Change.Put(acl.withAssociations(associations)));
    changes.addAll(Tagging.changes(subnet.id(), tags));
    return changes;
  }

  /**
   * Refuses subnets without IPv4, which aren't built.
   *
   * @throws AwsException {@code UnsupportedOperation}
   */
  static void refuseIpv6Only(@Nullable Boolean ipv6Native) {
    if (Boolean.TRUE.equals(ipv6Native)) {
      throw new AwsException(
          "UnsupportedOperation",
          "The parameter ipv6Native is not built: give the subnet an IPv4 block too");
    }
  }
}
