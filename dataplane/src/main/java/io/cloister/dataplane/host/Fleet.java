package io.cloister.dataplane.host;

import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.vpc.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and ends instances so that what runs is what the network says. A few workers do it, each
 * instance by one at a time and always towards the newest state, so a stop that overtakes a start
 * needs no order between them.
 */
public final class Fleet implements Follower, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

  private final Sandboxing sandboxes;
  private final Consumer<Observation> observations;
  private final ExecutorService workers;

  /** What is to be done: the network that an instance should be as. Guarded by itself. */
  private final Map<InstanceId, Network> due = new HashMap<>();

  /** The instances that a worker has in hand. Guarded by the map of what is to be done. */
  private final Set<InstanceId> busy = new HashSet<>();

  /** Which start of an instance runs; unknown for those that an earlier server started. */
  private final Map<InstanceId, Integer> boots = new ConcurrentHashMap<>();

  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean closed;

  /**
   * Starts with nothing to do.
   *
   * @param workers how many instances are started at once
   */
  public Fleet(Sandboxing sandboxes, Consumer<Observation> observations, int workers) {
    this.sandboxes = sandboxes;
    this.observations = observations;
    this.workers =
        Executors.newFixedThreadPool(
            workers, Thread.ofPlatform().name("fleet-", 0).daemon().factory());
  }

  @Override
  public void enforced(Network network, Collection<InstanceId> instances) {
    if (begun.compareAndSet(false, true)) {
      // Whatever runs that no network knows is of a state that was forgotten.
      for (InstanceId id : sandboxes.running()) {
        if (!network.instances().has(id)) {
          touch(id, network);
        }
      }
    }
    instances.forEach(id -> touch(id, network));
  }

  /** Brings one instance into step, now or after what is being done to it. */
  private void touch(InstanceId id, Network network) {
    boolean free;
    synchronized (due) {
      due.put(id, network);
      free = busy.add(id);
    }
    if (free && !closed) {
      workers.execute(() -> work(id));
    }
  }

  private void work(InstanceId id) {
    while (!closed) {
      Network network;
      synchronized (due) {
        Network next = due.remove(id);
        if (next == null) {
          busy.remove(id);
          return;
        }
        network = next;
      }
      try {
        step(id, network);
      } catch (RuntimeException e) {
        if (closed) {
          return; // It was interrupted; the next server brings it into step.
        }
        LOG.error("{} is not as it should be", id, e);
        observations.accept(new Observation.InstanceFailed(id, String.valueOf(e.getMessage())));
      }
    }
  }

  private void step(InstanceId id, Network network) {
    Optional<Instance> wanted = network.instances().get(id);
    boolean runs = sandboxes.running().contains(id);
    if (wanted.isEmpty()) {
      sandboxes.terminate(id);
      return;
    }
    Instance instance = wanted.get();
    switch (instance.state()) {
      case PENDING, RUNNING -> {
        if (runs && boots.getOrDefault(id, instance.boot()) != instance.boot()) {
          sandboxes.stop(id);
          runs = false;
        }
        boots.put(id, instance.boot());
        if (!runs) {
          sandboxes.start(network, instance);
        }
        if (instance.state() == Instance.State.PENDING) {
          observations.accept(new Observation.InstanceRunning(id));
        }
      }
      case STOPPING -> {
        sandboxes.stop(id);
        observations.accept(new Observation.InstanceEnded(id, 0));
      }
      case SHUTTING_DOWN -> {
        sandboxes.terminate(id);
        observations.accept(new Observation.InstanceEnded(id, 0));
      }
      case STOPPED -> sandboxes.stop(id);
      case TERMINATED -> sandboxes.terminate(id);
    }
  }

  /** Ends every instance that runs, and waits for that; their disks stay. */
  public void stopAll(Set<InstanceId> all) {
    closed = true;
    try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(id -> stopping.execute(() -> sandboxes.stop(id)));
    }
  }

  /** Starts nothing more; what runs goes on running. */
  @Override
  public void close() {
    closed = true;
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("an instance is still being started or ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
