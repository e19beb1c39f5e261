package io.cloister.model.network;

import io.cloister.model.id.InstanceId;
import io.cloister.model.id.LoadBalancerArn;

/** What the world reports. It is decided on like a request, and may come late or twice. */
public sealed interface Observation {

  /** An instance's sandbox runs. */
  record InstanceRunning(InstanceId id) implements Observation {}

  /**
   * An instance's sandbox ended.
   *
   * @param exitCode of its init, 0..255
   */
  record InstanceEnded(InstanceId id, int exitCode) implements Observation {}

  /** An instance's sandbox can't be started or isn't there any more. */
  record InstanceFailed(InstanceId id, String reason) implements Observation {}

  /** A load balancer's nodes answer. */
  record LoadBalancerReady(LoadBalancerArn id) implements Observation {}
}
