package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.table.Table;
import java.util.Optional;
import java.util.TreeSet;

/** What of one VPC may have to be compiled anew. */
final class Dirt {
  final VpcId vpc;
  final TreeSet<NetworkInterfaceId> ports = new TreeSet<>();
  final TreeSet<SubnetId> subnets = new TreeSet<>();
  final TreeSet<RouteTableId> tables = new TreeSet<>();
  final TreeSet<NetworkAclId> acls = new TreeSet<>();
  final TreeSet<SecurityGroupId> groups = new TreeSet<>();

  /** Its blocks. */
  boolean blocks;

  /** Which internet gateway is attached to it. */
  boolean edge;

  /** Which subnet or gateway uses which table, which subnet which ACL. */
  boolean associations;

  Dirt(VpcId vpc) {
    this.vpc = vpc;
  }

  /** Calls for every difference of two tables, whatever its kind. */
  static <K extends Comparable<? super K>, V> void differences(
      Table<K, V> before, Table<K, V> after, Each<K, V> each) {
    before.differences(
        after,
        new Table.Differences<K, V>() {
          @Override
          public void added(K key, V now) {
            each.differs(key, Optional.empty(), Optional.of(now));
          }

          @Override
          public void removed(K key, V was) {
            each.differs(key, Optional.of(was), Optional.empty());
          }

          @Override
          public void changed(K key, V was, V now) {
            each.differs(key, Optional.of(was), Optional.of(now));
          }
        });
  }

  /** One difference: at least one of the two is there. */
  interface Each<K, V> {
    void differs(K key, Optional<V> before, Optional<V> after);
  }
}
