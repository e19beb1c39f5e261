package io.cloister.dataplane.linux.machine;

import io.cloister.dataplane.host.Kernel;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import io.cloister.dataplane.linux.LinuxKernel;
import io.cloister.model.ip.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The kernel of this machine, as the enforcer asks for it. */
record KernelDoor(LinuxKernel kernel) implements Kernel {
  @Override
  public SortedMap<NamespaceName, Seen> observe(Map<NamespaceName, Namespace> wanted) {
    return kernel.observe(wanted.values());
  }

  @Override
  public void apply(List<Step> steps) {
    kernel.apply(steps);
  }

  @Override
  public void forget(NamespaceName namespace, Collection<IpAddress> addresses) {
    throw new UnsupportedOperationException("connections can't be forgotten yet");
  }
}
