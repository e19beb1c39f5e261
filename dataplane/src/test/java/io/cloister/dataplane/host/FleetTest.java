package io.cloister.dataplane.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final Scope SCOPE = new Scope("000000000000", "aws", "us-east-1");
  private final Memory sandboxes = new Memory();
  private final LinkedBlockingQueue<Observation> seen = new LinkedBlockingQueue<>();

  /** Sandboxes that are only a list, and notice when two calls about one overlap. */
  private static final class Memory implements Sandboxing {
    private final Set<InstanceId> running = new ConcurrentSkipListSet<>();
    private final AtomicInteger starts = new AtomicInteger();
    private final Set<InstanceId> disks = new ConcurrentSkipListSet<>();
    private final Set<InstanceId> inside = ConcurrentHashMap.newKeySet();
    private volatile boolean overlapped;
    private volatile boolean refuse;

    private void call(InstanceId id, Runnable work) {
      if (!inside.add(id)) {
        overlapped = true;
      }
      work.run();
      inside.remove(id);
    }

    @Override
    public Set<InstanceId> running() {
      return Set.copyOf(running);
    }

    @Override
    public void start(Network network, Instance instance) {
      if (refuse) {
        throw new IllegalStateException("no memory");
      }
      call(
          instance.id(),
          () -> {
            disks.add(instance.id());
            running.add(instance.id());
            starts.incrementAndGet();
          });
    }

    @Override
    public void stop(InstanceId id) {
      call(id, () -> running.remove(id));
    }

    @Override
    public void terminate(InstanceId id) {
      call(
          id,
          () -> {
            running.remove(id);
            disks.remove(id);
          });
    }
  }

  private static InstanceId id(int number) {
    return new InstanceId("i-%08x".formatted(number));
  }

  private static Change put(int number, Instance.State state) {
    return new Change.Put(
        new Instance(
            id(number),
            SCOPE,
            new ReservationId("r-00000001"),
            0,
            new VpcId("vpc-00000001"),
            new SubnetId("subnet-00000001"),
            "ami-00000001",
            "t3.micro",
            "us-east-1a",
            Optional.empty(),
            Optional.empty(),
            state,
            "",
            Instant.EPOCH,
            Map.of()));
  }

  /** Tells a fleet of a network, and that everything it says is in the kernel. */
  private static void follow(Fleet fleet, Network network) {
    fleet.enforced(network, network.instances().keys().toList());
  }

  private Observation next() throws InterruptedException {
    Observation observation = seen.poll(20, TimeUnit.SECONDS);
    assertThat(observation).as("an observation within 20 s").isNotNull();
    return observation;
  }

  @Test
  void startsStopsAndTerminatesAsTheNetworkSays() throws InterruptedException {
    try (Fleet fleet = new Fleet(sandboxes, seen::add, 2)) {
      Network network = Network.EMPTY.apply(List.of(put(1, Instance.State.PENDING)));
      follow(fleet, network);
      assertThat(next()).isEqualTo(new Observation.InstanceRunning(id(1)));
      assertThat(sandboxes.running).containsExactly(id(1));

      network = network.apply(List.of(put(1, Instance.State.STOPPING)));
      follow(fleet, network);
      assertThat(next()).isEqualTo(new Observation.InstanceEnded(id(1), 0));
      assertThat(sandboxes.running).isEmpty();
      assertThat(sandboxes.disks).containsExactly(id(1));

      network = network.apply(List.of(put(1, Instance.State.SHUTTING_DOWN)));
      follow(fleet, network);
      assertThat(next()).isEqualTo(new Observation.InstanceEnded(id(1), 0));
      assertThat(sandboxes.disks).isEmpty();
    }
  }

  @Test
  void aRebootEndsWhatRunsAndStartsItAnew() throws InterruptedException {
    try (Fleet fleet = new Fleet(sandboxes, seen::add, 2)) {
      Network network = Network.EMPTY.apply(List.of(put(1, Instance.State.PENDING)));
      follow(fleet, network);
      assertThat(next()).isEqualTo(new Observation.InstanceRunning(id(1)));
      Instance rebooted = network.instances().require(id(1)).rebooted();
      follow(fleet, network.apply(List.of(new Change.Put(rebooted))));
      assertThat(next()).isEqualTo(new Observation.InstanceRunning(id(1)));
      assertThat(sandboxes.starts).hasValue(2);
      assertThat(sandboxes.running).containsExactly(id(1));
    }
  }

  @Test
  void endsWhatNoNetworkKnowsWhenItBegins() throws InterruptedException {
    sandboxes.running.add(id(9));
    sandboxes.running.add(id(1));
    try (Fleet fleet = new Fleet(sandboxes, seen::add, 1)) {
      follow(
          fleet,
          Network.EMPTY.apply(
              List.of(put(1, Instance.State.RUNNING), put(2, Instance.State.PENDING))));
      assertThat(next()).isEqualTo(new Observation.InstanceRunning(id(2)));
    }
    assertThat(sandboxes.running).containsExactly(id(1), id(2));
  }

  @Test
  void saysWhyAnInstanceCannotStart() throws InterruptedException {
    sandboxes.refuse = true;
    try (Fleet fleet = new Fleet(sandboxes, seen::add, 1)) {
      follow(fleet, Network.EMPTY.apply(List.of(put(1, Instance.State.PENDING))));
      assertThat(next()).isEqualTo(new Observation.InstanceFailed(id(1), "no memory"));
    }
  }

  @Test
  void reachesTheLastStateHoweverFastTheyFollow() throws InterruptedException {
    long seed = 7;
    Random random = new Random(seed);
    Network network = Network.EMPTY;
    try (Fleet fleet = new Fleet(sandboxes, seen::add, 4)) {
      for (int i = 0; i < 5_000; i++) {
        Instance.State state =
            random.nextBoolean() ? Instance.State.RUNNING : Instance.State.STOPPED;
        network = network.apply(List.of(put(random.nextInt(20), state)));
        follow(fleet, network);
      }
      // The last of all marks the end: workers take instances in turn, so wait for each.
      for (int i = 0; i < 20; i++) {
        network = network.apply(List.of(put(i, Instance.State.PENDING)));
      }
      follow(fleet, network);
      for (int i = 0; i < 20; i++) {
        assertThat(next()).isInstanceOf(Observation.InstanceRunning.class);
      }
    }
    assertThat(sandboxes.overlapped).as("seed %d", seed).isFalse();
    assertThat(sandboxes.running).hasSize(20);
  }
}
