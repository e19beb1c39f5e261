package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the kernel to the newest version of the network. One thread takes all versions that wait
 * at once, plans the newest, applies the difference to what it applied last, and tells every one of
 * them. When the kernel refuses, what was applied last is no longer known: it says so to those who
 * wait, looks at the kernel, and tries again, less and less often, until it is in step.
 */
public final class Enforcer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Enforcer.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);

  private record Version(Network network, CompletableFuture<Boolean> enforced) {}

  private final Kernel kernel;
  private final Planner planner;
  private final Consumer<Network> enforced;
  private final BlockingQueue<Version> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private Network planned = Network.EMPTY;
  private Desired desired = Desired.NOTHING;
  private SortedMap<NamespaceName, Namespace> applied = new TreeMap<>();
  private boolean known;
  private Duration retry = FIRST_RETRY;
  private volatile @Nullable String trouble;
  private volatile int namespaces;
  private volatile boolean closed;

  /**
   * Starts.
   *
   * @param enforced is told each network that is in the kernel, on this class's thread
   */
  public Enforcer(Kernel kernel, Planner planner, Consumer<Network> enforced) {
    this.kernel = kernel;
    this.planner = planner;
    this.enforced = enforced;
    this.thread = Thread.ofPlatform().name("enforcer").daemon().start(this::run);
  }

  /** Wants a network; versions come in their order. */
  public CompletableFuture<?> want(Network network) {
    Version version = new Version(network, new CompletableFuture<>());
    queue.add(version);
    if (closed) {
      version
          .enforced()
          .completeExceptionally(new IllegalStateException("the data plane has ended"));
    }
    return version.enforced();
  }

  /** What the kernel refused last; null while all is well. */
  public @Nullable String trouble() {
    return trouble;
  }

  /** The number of versions that wait. */
  public int pending() {
    return queue.size();
  }

  /** The number of namespaces that are there. */
  public int namespaces() {
    return namespaces;
  }

  private void run() {
    List<Version> batch = new ArrayList<>();
    while (!closed) {
      batch.clear();
      try {
        Version first =
            trouble == null ? queue.take() : queue.poll(retry.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch);
        }
      } catch (InterruptedException e) {
        break;
      }
      work(batch);
    }
    batch.clear();
    queue.drainTo(batch);
    batch.forEach(
        v -> v.enforced().completeExceptionally(new IllegalStateException("the data plane ended")));
  }

  private void work(List<Version> batch) {
    try {
      if (!batch.isEmpty()) {
        plan(batch.getLast().network());
      }
      apply();
      trouble = null;
      retry = FIRST_RETRY;
      enforced.accept(planned);
      batch.forEach(v -> v.enforced().complete(true));
    } catch (RuntimeException | StackOverflowError e) {
      known = false;
      if (trouble == null) {
        LOG.error("the kernel is not in step with the network, trying again", e);
      }
      trouble = String.valueOf(e.getMessage());
      retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
      batch.forEach(v -> v.enforced().completeExceptionally(e));
    }
  }

  private void plan(Network network) {
    Desired next = planner.plan(planned, network);
    // What a step that failed should have forgotten is owed still.
    SortedMap<NamespaceName, SortedSet<IpAddress>> owed = new TreeMap<>(desired.forget());
    next.forget().forEach((name, addresses) -> owed.merge(name, addresses, Enforcer::union));
    desired = new Desired(next.namespaces(), owed);
    planned = network;
  }

  private static SortedSet<IpAddress> union(SortedSet<IpAddress> a, SortedSet<IpAddress> b) {
    SortedSet<IpAddress> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  private void apply() {
    SortedMap<NamespaceName, Namespace> wanted = desired.namespaces();
    kernel.apply(
        known
            ? Reconcile.between(applied, wanted, desired.forget())
            : Reconcile.steps(wanted, kernel.observe(wanted), desired.forget()));
    desired = new Desired(wanted, new TreeMap<>());
    applied = wanted;
    known = true;
    namespaces = wanted.size();
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
  }
}
