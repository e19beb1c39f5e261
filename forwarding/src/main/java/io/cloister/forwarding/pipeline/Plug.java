package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InstanceId;

/** What an interface is plugged into: who sends by it, and gets what is delivered to it. */
public sealed interface Plug {

  /**
   * An instance that runs, or is about to.
   *
   * @param device 0 for its primary interface
   */
  record OfInstance(InstanceId instance, int device) implements Plug {}
}
