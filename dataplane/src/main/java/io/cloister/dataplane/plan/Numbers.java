package io.cloister.dataplane.plan;

import io.cloister.forwarding.pipeline.ForwardingTable;
import io.cloister.forwarding.pipeline.Hop;
import io.cloister.forwarding.pipeline.SubnetStage;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.SubnetId;
import io.cloister.model.table.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which kernel table each subnet is routed by. A route table has one kernel table for all its
 * subnets, but for those where it leads addresses of the VPC elsewhere: these have one of their
 * own, since a subnet's own addresses skip the route table.
 *
 * <p>A number is a hash of what it stands for, so that it depends on nothing else; where two would
 * share one, the later by name takes the next that is free.
 *
 * @param units by what they stand for
 * @param subnets the unit of each subnet
 */
record Numbers(Table<String, Unit> units, Table<SubnetId, Numbers.Unit> subnets) {
  /** No subnet, no number. */
  static final Numbers NONE = new Numbers(Table.empty(), Table.empty());

  /** Behind the numbers of a router's own tables. */
  private static final int FIRST = 0x1000;

  private static final int LAST = 0xff_ffff;

  /**
   * A kernel table.
   *
   * @param special the subnet whose own addresses have to be left out; none where no route is for
   *     addresses of the VPC
   */
  record Unit(int number, ForwardingTable table, Optional<SubnetStage> special) {
    /** Whether both are the same but for the routes in the table. */
    boolean isLike(Unit other) {
      return number == other.number && special.equals(other.special);
    }
  }

  /** The numbers of a VPC's next version. */
  @SuppressWarnings("ReferenceEquality") // What has not been compiled anew is the same object.
  Numbers next(VpcPipeline before, VpcPipeline now) {
    boolean same =
        before.subnets() == now.subnets()
            && before.tables() == now.tables()
            && before.cidrs().equals(now.cidrs());
    return same ? this : of(now);
  }

  private Numbers of(VpcPipeline vpc) {
    Map<String, SubnetStage> keys = new TreeMap<>();
    Map<SubnetId, String> of = new TreeMap<>();
    for (SubnetStage subnet : vpc.subnets()) {
      ForwardingTable table = vpc.tableOf(subnet);
      String key =
          isSpecial(vpc, table) ? subnet.id() + " " + table.id() : String.valueOf(table.id());
      keys.putIfAbsent(key, subnet);
      of.put(subnet.id(), key);
    }
    Table<String, Unit> made = Table.empty();
    Set<Integer> taken = new HashSet<>();
    for (Map.Entry<String, SubnetStage> entry : keys.entrySet()) {
      int number = hash(entry.getKey());
      while (!taken.add(number)) {
        number = number == LAST ? FIRST : number + 1;
      }
      ForwardingTable table = vpc.tableOf(entry.getValue());
      Optional<SubnetStage> special =
          Optional.of(entry.getValue()).filter(_ -> isSpecial(vpc, table));
      Unit unit = new Unit(number, table, special);
      made = made.with(entry.getKey(), kept(units.get(entry.getKey()), unit));
    }
    Table<SubnetId, Unit> bySubnet = Table.empty();
    for (Map.Entry<SubnetId, String> entry : of.entrySet()) {
      bySubnet = bySubnet.with(entry.getKey(), made.require(entry.getValue()));
    }
    return new Numbers(made, bySubnet);
  }

  @SuppressWarnings("ReferenceEquality") // What has not been compiled anew is the same object.
  private static Unit kept(Optional<Unit> before, Unit now) {
    return before.filter(b -> b.isLike(now) && b.table() == now.table()).orElse(now);
  }

  private static boolean isSpecial(VpcPipeline vpc, ForwardingTable table) {
    for (ForwardingTable.Entry entry : table.entries()) {
      if (isInsideButNotLocal(vpc, entry)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a route leads addresses of the VPC elsewhere than to their owners. */
  static boolean isInsideButNotLocal(VpcPipeline vpc, ForwardingTable.Entry entry) {
    return !(entry.hop() instanceof Hop.Local)
        && vpc.cidrs().stream().anyMatch(c -> c.contains(entry.destination()));
  }

  private static int hash(String key) {
    long bits = Names.mac(key).bits();
    return Math.max((int) (bits ^ (bits >>> 24)) & LAST, FIRST);
  }
}
