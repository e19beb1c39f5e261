package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.NftChange;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One step towards the wanted state; a list of them is done in order. */
public sealed interface Step {
  /** The namespace that it changes. */
  NamespaceName namespace();

  /** Makes a namespace. */
  record CreateNamespace(NamespaceName namespace) implements Step {}

  /** Removes a namespace with everything in it. */
  record DeleteNamespace(NamespaceName namespace) implements Step {}

  /** Writes sysctls in the order of their paths. */
  record WriteSysctls(NamespaceName namespace, SortedMap<String, String> values) implements Step {
    /** Copies. */
    public WriteSysctls {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /** Changes the nft table, all or nothing. */
  record Filter(NamespaceName namespace, List<NftChange> changes) implements Step {
    /** Copies. */
    public Filter {
      changes = List.copyOf(changes);
    }
  }

  /** Changes links, addresses, neighbours, routes and rules, one after the other. */
  record Plumb(NamespaceName namespace, List<NetChange> changes) implements Step {
    /** Copies. */
    public Plumb {
      changes = List.copyOf(changes);
    }
  }
}
