package io.cloister.control.action.vpc;

import io.cloister.control.region.Regions;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account finds in a region before it has done anything there: the default VPC with a
 * subnet in every zone, its gateway, table, ACL and group, and the default DHCP options (VPC user
 * guide, "Default VPC components"). Always the same for the same scope, ids included, so it can be
 * shown before it is journaled.
 */
public final class Defaults {
  private Defaults() {}

  /** The changes that put a scope's defaults; the last one opens the scope. */
  public static List<Change> of(Scope scope) {
    StableIds ids = new StableIds(scope);
    List<Change> changes = new ArrayList<>();
    DhcpOptionsId options = DefaultDhcpOptions.put(scope, ids, changes);
    changes.addAll(
        DefaultVpc.of(scope, Regions.get(scope.region()).zones(), options, ids).changes());
    changes.add(new Change.Open(scope));
    return List.copyOf(changes);
  }
}
