package io.cloister.dataplane.linux.machine;

import io.cloister.dataplane.host.Sandboxing;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.sandbox.Limits;
import io.cloister.dataplane.linux.sandbox.SandboxExit;
import io.cloister.dataplane.linux.sandbox.SandboxId;
import io.cloister.dataplane.linux.sandbox.SandboxSpec;
import io.cloister.dataplane.linux.sandbox.Sandboxes;
import io.cloister.dataplane.linux.sandbox.userdata.Boot;
import io.cloister.dataplane.linux.sandbox.userdata.UserData;
import io.cloister.dataplane.plan.Names;
import io.cloister.forwarding.pipeline.InternetHost;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Instances, and hosts of the simulated internet, in sandboxes. */
final class Instances implements Sandboxing, AutoCloseable {
  private final Sandboxes sandboxes;
  private final Duration grace;
  private final Function<NamespaceName, Path> namespaces;

  /**
   * Adopts what runs.
   *
   * @param grace how long an instance may take to shut down before it is ended
   * @param namespaces the file of a namespace
   */
  Instances(
      Place place,
      Duration grace,
      Function<NamespaceName, Path> namespaces,
      Consumer<SandboxExit> onExit) {
    this.sandboxes = Sandboxes.open(place.name(), place.run(), place.disks(), onExit);
    this.grace = grace;
    this.namespaces = namespaces;
  }

  private static SandboxId id(InstanceId instance) {
    return new SandboxId(instance.value());
  }

  @Override
  public Set<InstanceId> running() {
    Set<InstanceId> running = new TreeSet<>();
    for (SandboxId id : sandboxes.running().keySet()) {
      if (ResourceId.matches(InstanceId.PREFIX, id.value())) {
        running.add(new InstanceId(id.value()));
      }
    }
    return running;
  }

  @Override
  public void start(Network network, Instance instance) {
    List<NetworkInterface> interfaces =
        network
            .index()
            .interfaces(instance.id())
            .map(network.interfaces()::require)
            .sorted(
                Comparator.comparingInt(
                    eni -> eni.attachment().map(NetworkInterface.Attachment::device).orElse(0)))
            .toList();
    if (interfaces.isEmpty()) {
      throw new IllegalStateException(instance.id() + " has no interface");
    }
    sandboxes.start(
        new SandboxSpec(
            id(instance.id()),
            namespaces.apply(Names.instance(instance.id())),
            "ip-" + interfaces.getFirst().primary().toString().replace('.', '-'),
            interfaces.stream().flatMap(NetworkInterface::addresses).toList(),
            List.of(),
            instance.userData().map(Instances::boot).orElse(Boot.NONE),
            Limits.DEFAULT));
  }

  private static Boot boot(String base64) {
    return UserData.read(Base64.getDecoder().decode(base64));
  }

  /** Starts a host of the internet, if it doesn't run. */
  void start(InternetHost host) {
    SandboxId id = new SandboxId(host.name());
    if (!sandboxes.running().containsKey(id)) {
      sandboxes.start(
          new SandboxSpec(
              id,
              namespaces.apply(Names.host(host)),
              host.name(),
              host.addresses(),
              List.of(),
              Boot.NONE,
              Limits.DEFAULT));
    }
  }

  @Override
  public void stop(InstanceId instance) {
    sandboxes.stop(id(instance), grace);
  }

  @Override
  public void terminate(InstanceId instance) {
    sandboxes.terminate(id(instance), grace);
  }

  /** Ends everything that runs, instances and hosts, at once. */
  void endAll(boolean forgetDisks) {
    List<Thread> ending =
        sandboxes.running().keySet().stream()
            .map(id ->
                Thread.ofVirtual()
                    .start(() -> {
                      boolean host = !ResourceId.matches(InstanceId.PREFIX, id.value());
                      if (forgetDisks || host) {
                        sandboxes.terminate(id, grace);
                      } else {
                        sandboxes.stop(id, grace);
                      }
                    }))
            .toList();
    for (Thread thread : ending) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What an instance wrote to its console. */
  byte[] console(InstanceId instance) {
    return sandboxes.console(id(instance));
  }

  @Override
  public void close() {
    sandboxes.close();
  }
}
