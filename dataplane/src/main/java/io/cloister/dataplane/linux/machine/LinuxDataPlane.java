package io.cloister.dataplane.linux.machine;

import io.cloister.dataplane.DataPlane;
import io.cloister.dataplane.host.Enforcer;
import io.cloister.dataplane.host.Fleet;
import io.cloister.dataplane.linux.LinuxKernel;
import io.cloister.dataplane.linux.log.PacketLog;
import io.cloister.dataplane.linux.sandbox.SandboxExit;
import io.cloister.dataplane.plan.LinuxPlanner;
import io.cloister.dataplane.plan.Names;
import io.cloister.forwarding.pipeline.InternetHost;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.network.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network on this machine: every version of it in the kernel, and instances in sandboxes. */
public final class LinuxDataPlane implements DataPlane {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxDataPlane.class);

  /** How long an instance may take to shut down. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** More than cores: a start mostly waits for the kernel. */
  private static final int WORKERS = 4;

  private final Place place;
  private final LinuxKernel kernel;
  private final PacketLog log;
  private final RecentDrops recent = new RecentDrops(System::currentTimeMillis);
  private final Instances instances;
  private final Fleet fleet;
  private final Enforcer enforcer;
  private final Consumer<Observation> observations;
  private final AtomicBoolean hosts = new AtomicBoolean();
  private volatile @Nullable Thread hostStart;

  /**
   * Starts, and adopts what an earlier server of this place left.
   *
   * @param observations told what is seen; it must not block
   */
  public LinuxDataPlane(Place place, Timing timing, Consumer<Observation> observations) {
    this.place = place;
    this.observations = observations;
    this.kernel = new LinuxKernel(place.namespaces());
    this.log = new PacketLog(kernel.namespaces(), recent::add);
    this.instances = new Instances(place, GRACE, n -> kernel.namespaces().file(n), this::ended);
    this.fleet = new Fleet(instances, observations, WORKERS);
    this.enforcer =
        new Enforcer(
            new KernelDoor(kernel, log),
            new LinuxPlanner(timing),
            instance -> Names.router(instance.vpc()),
            this::enforced);
  }

  private void enforced(Network network, Collection<InstanceId> touched) {
    if (hosts.compareAndSet(false, true)) {
      hostStart = Thread.ofPlatform().name("internet").start(this::startHost);
    }
    fleet.enforced(network, touched);
  }

  private void startHost() {
    try {
      instances.start(InternetHost.DEFAULT);
    } catch (RuntimeException e) {
      LOG.error("the host of the internet could not be started", e);
    }
  }

  /** Nothing may start any more when things begin to be removed. */
  private void awaitHost() {
    Thread starting = hostStart;
    if (starting != null) {
      try {
        starting.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void ended(SandboxExit exit) {
    if (ResourceId.matches(InstanceId.PREFIX, exit.id().value())) {
      observations.accept(
          new Observation.InstanceEnded(
              new InstanceId(exit.id().value()), exit.code().orElse(255)));
    } else {
      hosts.set(false);
    }
  }

  @Override
  public CompletionStage<?> changed(Network before, Network after) {
    return enforcer.want(after);
  }

  /** Not yet: what is told apart here is still to be compiled into rules. */
  @Override
  public Set<Feature> carries() {
    return Set.of();
  }

  @Override
  public byte[] console(InstanceId instance) {
    return instances.console(instance);
  }

  @Override
  public Health health() {
    return new Health(
        enforcer.namespaces(), instances.running().size(), enforcer.pending(), enforcer.troubles());
  }

  @Override
  public List<Drop> drops() {
    return recent.all();
  }

  @Override
  public void remove() {
    fleet.close();
    awaitHost();
    instances.endAll(place.forgetDisks());
    instances.close();
    enforcer.close();
    log.close();
    kernel.destroy();
    kernel.close();
    delete(place);
  }

  @Override
  public void leave() {
    fleet.close();
    awaitHost();
    instances.close();
    enforcer.close();
    log.close();
    kernel.close();
  }

  private static void delete(Place place) {
    delete(place.run());
    if (place.forgetDisks()) {
      delete(place.disks());
    }
  }

  private static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} can't be removed: {}", folder, e.getMessage());
    }
  }
}
