package io.cloister.dataplane.linux.machine;

import io.cloister.dataplane.host.Kernel;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import io.cloister.dataplane.linux.LinuxKernel;
import io.cloister.dataplane.linux.log.PacketLog;
import io.cloister.dataplane.plan.LinuxPlanner;
import io.cloister.model.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * The kernel of this machine, as the enforcer asks for it. Whatever filters is listened to from the
 * moment that it does, so no drop goes untold.
 */
record KernelDoor(LinuxKernel kernel, PacketLog log) implements Kernel {
  @Override
  public SortedMap<NamespaceName, Seen> observe(Table<NamespaceName, Namespace> wanted) {
    return listen(kernel.observe(wanted.values().toList()));
  }

  @Override
  public SortedMap<NamespaceName, Seen> observe(
      Table<NamespaceName, Namespace> wanted, Collection<NamespaceName> names) {
    return listen(kernel.observe(wanted.values().toList(), names));
  }

  private SortedMap<NamespaceName, Seen> listen(SortedMap<NamespaceName, Seen> seen) {
    seen.forEach((name, namespace) -> {
      if (namespace.nft().isPresent()) {
        log.listen(name, LinuxPlanner.LOG_GROUP);
      }
    });
    return seen;
  }

  @Override
  public void apply(List<Step> steps) {
    int from = 0;
    for (int i = 0; i < steps.size(); i++) {
      switch (steps.get(i)) {
        case Step.Filter filter -> {
          kernel.apply(steps.subList(from, i + 1));
          from = i + 1;
          log.listen(filter.namespace(), LinuxPlanner.LOG_GROUP);
        }
        case Step.DeleteNamespace(NamespaceName name) -> log.stop(name, LinuxPlanner.LOG_GROUP);
        case Step.CreateNamespace _, Step.WriteSysctls _, Step.Forget _, Step.Plumb _ -> {}
      }
    }
    kernel.apply(steps.subList(from, steps.size()));
  }
}
