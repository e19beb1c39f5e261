package io.cloister.dataplane;

import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What carries packets. It is told of every version of the network, keeps the kernel in step with
 * the newest, and reports what it sees as {@link io.cloister.model.network.Observation}s.
 */
public interface DataPlane {

  /**
   * The network has changed. Calls come in order, from one thread, and return at once.
   *
   * @return completes when what {@code after} says of routes, groups and addresses is enforced;
   *     completes exceptionally with the resource's id in the message when the kernel refuses, and
   *     goes on trying
   */
  CompletionStage<?> changed(Network before, Network after);

  /** What it carries of what not every data plane does; the same as long as it runs. */
  Set<Feature> carries();

  /**
   * What an instance has written to its console, at most the last 64 KiB; empty for an unknown one.
   */
  byte[] console(InstanceId instance);

  /** How it is doing. */
  Health health();

  /** The last packets that a gate dropped, the newest last; at most a few thousand are kept. */
  List<Drop> drops();

  /** Removes every kernel object and process of its own, and ends. */
  void remove();

  /** Ends and leaves the network running, to be adopted by the next server. */
  void leave();

  /**
   * How a data plane is doing.
   *
   * @param namespaces network namespaces of its own
   * @param instances sandboxes that run
   * @param pending versions that are not in the kernel yet
   * @param troubles what the kernel refuses, a line each; empty when all is well
   */
  record Health(int namespaces, int instances, int pending, List<String> troubles) {
    /** Copies the troubles. */
    public Health {
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * A packet that was dropped.
   *
   * @param milliseconds when, since 1970
   * @param namespace where, such as a VPC's id
   * @param gate which gate dropped it, such as {@code sg-in}
   * @param interfaceId the interface whose gate it was; empty when it was none's
   * @param packet what it was, such as {@code tcp 10.0.0.4:34567 > 10.0.1.9:80}
   */
  record Drop(
      long milliseconds, String namespace, String gate, String interfaceId, String packet) {}
}
