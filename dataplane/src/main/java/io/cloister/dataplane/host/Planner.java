package io.cloister.dataplane.host;

import io.cloister.model.network.Network;

/** Turns versions of the network into what they want of the kernel. Used by one thread. */
public interface Planner {
  /**
   * What a network wants.
   *
   * @param before the version that was planned last; the empty network at first
   */
  Desired plan(Network before, Network after);
}
