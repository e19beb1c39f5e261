package io.cloister.dataplane.kernel;

import io.cloister.dataplane.kernel.nft.NftChange;
import io.cloister.model.ip.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** Ends the tracked connections of addresses, whichever end they are. */
  record Forget(NamespaceName namespace, SortedSet<IpAddress> addresses) implements Step {
    /** Copies. */
    public Forget {
      addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
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
