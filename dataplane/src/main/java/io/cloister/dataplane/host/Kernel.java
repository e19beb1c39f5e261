package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import io.cloister.model.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** The kernel, as far as network namespaces go. Many threads may use it, each for its own ones. */
public interface Kernel {

  /**
   * Looks at every namespace of ours.
   *
   * @param wanted says which settings to look at
   */
  SortedMap<NamespaceName, Seen> observe(Table<NamespaceName, Namespace> wanted);

  /**
   * Looks at those of some namespaces that are there.
   *
   * @param wanted says which settings to look at
   */
  SortedMap<NamespaceName, Seen> observe(
      Table<NamespaceName, Namespace> wanted, Collection<NamespaceName> names);

  /**
   * Does steps in their order.
   *
   * @throws RuntimeException when the kernel refuses one; those before it are done, and its message
   *     names the namespace
   */
  void apply(List<Step> steps);
}
