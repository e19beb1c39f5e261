package io.cloister.dataplane.host;

import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.Set;

/** What runs instances. Calls about different instances may come at the same time. */
public interface Sandboxing {
  /** The instances that run now. */
  Set<InstanceId> running();

  /**
   * Starts an instance and returns when its first program runs.
   *
   * @throws RuntimeException when the machine refuses; nothing of it runs then
   */
  void start(Network network, Instance instance);

  /** Ends an instance; its disk stays. Nothing happens when it does not run. */
  void stop(InstanceId instance);

  /** Ends an instance, if it runs, and removes its disk. */
  void terminate(InstanceId instance);
}
