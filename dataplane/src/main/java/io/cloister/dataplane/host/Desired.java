package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.table.Table;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * All that a network wants of the kernel.
 *
 * @param namespaces what should be there
 * @param forget whose connections end with the step to this state, by the namespaces that may track
 *     them: the addresses that changed hands
 */
public record Desired(
    Table<NamespaceName, Namespace> namespaces,
    SortedMap<NamespaceName, SortedSet<IpAddress>> forget) {
  /** What a network without anything wants. */
  public static final Desired NOTHING = new Desired(Table.empty(), new TreeMap<>());

  /** Makes the map unmodifiable; it is given away. */
  public Desired {
    forget = Collections.unmodifiableSortedMap(forget);
  }
}
