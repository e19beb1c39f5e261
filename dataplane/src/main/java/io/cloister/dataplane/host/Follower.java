package io.cloister.dataplane.host;

import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Network;
import java.util.Collection;

/**
 * Is told when the kernel is ready for instances. Many threads call, each about other instances.
 */
@FunctionalInterface
public interface Follower {
  /**
   * What a network says of some instances is in the kernel.
   *
   * @param instances those that differ from what was told of them before, also such that are gone
   */
  void enforced(Network network, Collection<InstanceId> instances);
}
