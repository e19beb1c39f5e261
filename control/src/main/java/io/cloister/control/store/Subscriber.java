package io.cloister.control.store;

import io.cloister.model.network.Network;
import java.util.concurrent.CompletionStage;

/**
 * Is told of every new version, in order, on the writer's thread: it must not block. A late one
 * gets everything as its first difference, from the empty network.
 */
public interface Subscriber {
  /**
   * There is a new version. What has changed is the difference between the two, which costs as much
   * as has changed.
   *
   * @return completes when what this version says is enforced; its failure is the call's {@code
   *     InternalError}
   */
  CompletionStage<?> changed(Network before, Network after, long sequence);
}
