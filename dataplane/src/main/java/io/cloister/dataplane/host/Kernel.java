package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The kernel, as far as network namespaces go. Used by one thread. */
public interface Kernel {

  /**
   * Looks at every namespace of ours.
   *
   * @param wanted says which settings to look at
   */
  SortedMap<NamespaceName, Seen> observe(Map<NamespaceName, Namespace> wanted);

  /**
   * Does steps in their order.
   *
   * @throws RuntimeException when the kernel refuses one; those before it are done, and its message
   *     names the namespace
   */
  void apply(List<Step> steps);
}
