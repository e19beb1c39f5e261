package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the kernel to the newest version of the network. One thread plans each version, which
 * costs what the version changes, and hands what differs to the {@link Appliers}; a version is
 * enforced when all of that is in the kernel, whatever else is being done there.
 */
public final class Enforcer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Enforcer.class);

  private record Version(Network network, CompletableFuture<Boolean> enforced) {}

  private final Planner planner;
  private final Function<Instance, NamespaceName> home;
  private final Appliers appliers;
  private final BlockingQueue<Version> queue = new LinkedBlockingQueue<>();

  /** Versions that wait or are being planned. */
  private final AtomicInteger unplanned = new AtomicInteger();

  private final Thread thread;
  private Network planned = Network.EMPTY;
  private Desired desired = Desired.NOTHING;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  /**
   * Starts.
   *
   * @param home the lead of an instance's namespace
   * @param follower is told what is in the kernel, on threads of this class
   */
  public Enforcer(
      Kernel kernel, Planner planner, Function<Instance, NamespaceName> home, Follower follower) {
    this.planner = planner;
    this.home = home;
    this.appliers = new Appliers(kernel, follower);
    this.thread = Thread.ofPlatform().name("planner").daemon().start(this::run);
  }

  /** Wants a network; versions come in their order. */
  public CompletableFuture<?> want(Network network) {
    Version version = new Version(network, new CompletableFuture<>());
    unplanned.incrementAndGet();
    queue.add(version);
    if (closed) {
      version
          .enforced()
          .completeExceptionally(new IllegalStateException("the data plane has ended"));
    }
    return version.enforced();
  }

  /** What the kernel refuses, a line each; empty while all is well. */
  public List<String> troubles() {
    List<String> all = new ArrayList<>(appliers.troubles());
    Optional.ofNullable(trouble).ifPresent(all::add);
    return all;
  }

  /** The number of versions that wait. */
  public int pending() {
    return unplanned.get() + appliers.pending();
  }

  /** The number of namespaces that are there. */
  public int namespaces() {
    return appliers.namespaces();
  }

  private void run() {
    while (!closed) {
      try {
        Version version = queue.take();
        try {
          plan(version);
          trouble = null;
        } catch (RuntimeException | StackOverflowError e) {
          LOG.error("a version of the network can't be planned", e);
          trouble = String.valueOf(e.getMessage());
          version.enforced().completeExceptionally(e);
        } finally {
          unplanned.decrementAndGet();
        }
      } catch (InterruptedException e) {
        break;
      }
    }
    List<Version> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(
        v -> v.enforced().completeExceptionally(new IllegalStateException("the data plane ended")));
  }

  private void plan(Version version) {
    Network network = version.network();
    Desired next = planner.plan(planned, network);
    SortedMap<NamespaceName, Work> work = new TreeMap<>();
    desired
        .namespaces()
        .eachDifference(
            next.namespaces(),
            (name, was, now) ->
                Stream.concat(was.stream(), now.stream())
                    .map(Namespace::lead)
                    .forEach(lead -> at(work, lead).names.add(name)));
    Table<NamespaceName, Namespace> all = next.namespaces();
    next.forget()
        .forEach((name, addresses) ->
            at(work, all.get(name).map(Namespace::lead).orElse(name)).forget(name, addresses));
    planned
        .instances()
        .eachDifference(
            network.instances(),
            (id, was, now) ->
                at(work, home.apply(now.or(() -> was).orElseThrow())).instances.add(id));
    planned = network;
    desired = next;
    List<CompletableFuture<Boolean>> parts = new ArrayList<>();
    work.values()
        .forEach(part -> {
          CompletableFuture<Boolean> done = new CompletableFuture<>();
          part.waiting.add(done);
          parts.add(done);
        });
    appliers.add(network, all, work);
    complete(version.enforced(), parts);
  }

  private static Work at(SortedMap<NamespaceName, Work> work, NamespaceName lead) {
    return work.computeIfAbsent(lead, _ -> new Work());
  }

  private static void complete(
      CompletableFuture<Boolean> version, List<CompletableFuture<Boolean>> parts) {
    var _ =
        CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
            .whenComplete((_, failure) -> {
              if (failure == null) {
                version.complete(true);
              } else {
                version.completeExceptionally(
                    failure.getCause() == null ? failure : failure.getCause());
              }
            });
  }

  /** Ends after what it is at; the kernel stays as it is. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    appliers.close();
  }
}
