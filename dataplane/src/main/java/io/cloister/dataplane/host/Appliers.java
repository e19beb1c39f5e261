package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One applier for each lead (a VPC's router; the internet), at work in parallel, each with all that
 * waits for it at once. Where a link between the namespaces of two leads comes or goes, both are
 * changed together by one, and nobody else has either in hand; that is all the order that is needed
 * between them, since nothing else of one depends on the other. First of all everything is looked
 * at and brought into step as a whole. When the kernel refuses, what the leads have is no longer
 * known: it is looked at, together with what is linked to it, and tried again, less and less often.
 */
final class Appliers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Appliers.class);
  private static final int THREADS = 4;
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);

  /** A lead that the kernel refused something of. */
  private record Trouble(String text, Duration retry, long due) {
    static Trouble next(Optional<Trouble> before, RuntimeException failure) {
      Duration twice = before.map(b -> b.retry().multipliedBy(2)).orElse(FIRST_RETRY);
      Duration retry = twice.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : twice;
      return new Trouble(
          String.valueOf(failure.getMessage()), retry, System.nanoTime() + retry.toNanos());
    }
  }

  /** What one applier has in hand. */
  private record Job(
      Set<NamespaceName> leads,
      Work work,
      Network network,
      Table<NamespaceName, Namespace> applied,
      Table<NamespaceName, Namespace> wanted,
      boolean known) {}

  private final Kernel kernel;
  private final Follower follower;
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(
          THREADS, Thread.ofPlatform().name("applier-", 0).daemon().factory());

  /** What waits, the leads in the order in which they began to wait. */
  private final Map<NamespaceName, Work> due = new LinkedHashMap<>();

  private final Set<NamespaceName> busy = new HashSet<>();
  private final NavigableMap<NamespaceName, Trouble> troubles = new TreeMap<>();
  private Network network = Network.EMPTY;
  private Table<NamespaceName, Namespace> wanted = Table.empty();
  private Table<NamespaceName, Namespace> applied = Table.empty();

  /** Whether everything was once brought into step as a whole. */
  private boolean begun;

  private boolean closed;

  Appliers(Kernel kernel, Follower follower) {
    this.kernel = kernel;
    this.follower = follower;
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Adds what the next version of the network changes, by the leads that it changes. */
  synchronized void add(
      Network next, Table<NamespaceName, Namespace> namespaces, Map<NamespaceName, Work> work) {
    network = next;
    wanted = namespaces;
    work.forEach((lead, part) -> due.computeIfAbsent(lead, _ -> new Work()).add(part));
    dispatch();
  }

  synchronized List<String> troubles() {
    return troubles.values().stream().map(Trouble::text).distinct().toList();
  }

  synchronized int pending() {
    return due.size() + busy.size();
  }

  synchronized int namespaces() {
    return applied.size();
  }

  /** Hands out whatever nobody has in hand. A lead that waits holds back those after it. */
  private synchronized void dispatch() {
    if (closed) {
      return;
    }
    long now = System.nanoTime();
    Set<NamespaceName> taken = new HashSet<>(busy);
    for (NamespaceName lead : List.copyOf(due.keySet())) {
      boolean resting =
          Optional.ofNullable(troubles.get(lead)).filter(t -> t.due() - now > 0).isPresent();
      if (!due.containsKey(lead) || taken.contains(lead) || resting) {
        continue;
      }
      Set<NamespaceName> together =
          begun
              ? new Together(wanted, applied, due, troubles.keySet()).of(lead)
              : new TreeSet<>(due.keySet());
      boolean free = begun ? together.stream().noneMatch(taken::contains) : busy.isEmpty();
      if (free) {
        start(together);
      }
      taken.addAll(together);
    }
  }

  private void start(Set<NamespaceName> leads) {
    Work work = new Work();
    for (NamespaceName lead : leads) {
      Optional.ofNullable(due.remove(lead)).ifPresent(work::add);
    }
    busy.addAll(leads);
    boolean known = begun && leads.stream().noneMatch(troubles::containsKey);
    Job job = new Job(leads, work, network, applied, wanted, known);
    threads.execute(() -> run(job));
  }

  private void run(Job job) {
    try {
      kernel.apply(steps(job));
      follower.enforced(job.network(), job.work().instances);
      succeeded(job);
      job.work().waiting.forEach(w -> w.complete(true));
    } catch (RuntimeException e) {
      failed(job, e);
    } catch (StackOverflowError e) {
      failed(job, new IllegalStateException(e));
    }
  }

  private List<Step> steps(Job job) {
    Work work = job.work();
    if (job.known()) {
      return work.isIdle()
          ? List.of()
          : Reconcile.between(job.applied(), job.wanted(), work.names, work.forget);
    }
    if (isBegun()) {
      // Whatever of these leads should be there, or was.
      for (Table<NamespaceName, Namespace> table : List.of(job.wanted(), job.applied())) {
        table.where(n -> job.leads().contains(n.lead())).forEach(n -> work.names.add(n.name()));
      }
      SortedMap<NamespaceName, Seen> seen = kernel.observe(job.wanted(), work.names);
      return Reconcile.steps(job.wanted(), seen, work.names, work.forget);
    }
    SortedMap<NamespaceName, Seen> seen = kernel.observe(job.wanted());
    work.names.addAll(job.wanted().keys().toList());
    work.names.addAll(seen.keySet());
    return Reconcile.steps(job.wanted(), seen, work.names, work.forget);
  }

  private synchronized boolean isBegun() {
    return begun;
  }

  private synchronized void succeeded(Job job) {
    for (NamespaceName name : job.work().names) {
      applied =
          job.wanted().get(name).map(n -> applied.with(name, n)).orElse(applied.without(name));
    }
    begun = true;
    job.leads().forEach(troubles::remove);
    busy.removeAll(job.leads());
    dispatch();
  }

  private void failed(Job job, RuntimeException failure) {
    synchronized (this) {
      Duration retry = FIRST_RETRY;
      for (NamespaceName lead : job.leads()) {
        Optional<Trouble> before = Optional.ofNullable(troubles.get(lead));
        if (before.isEmpty()) {
          LOG.error("{} is not in step with the network, trying again", lead, failure);
        }
        Trouble trouble = Trouble.next(before, failure);
        troubles.put(lead, trouble);
        retry = trouble.retry();
      }
      due.computeIfAbsent(job.leads().iterator().next(), _ -> new Work()).add(job.work().owed());
      busy.removeAll(job.leads());
      if (!closed) {
        var _ = threads.schedule(this::dispatch, retry.toMillis() + 1, TimeUnit.MILLISECONDS);
      }
      dispatch();
    }
    job.work().waiting.forEach(w -> w.completeExceptionally(failure));
  }

  /** Ends when those at work have ended. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
        LOG.warn("the kernel is still being changed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    IllegalStateException ended = new IllegalStateException("the data plane ended");
    synchronized (this) {
      due.values().forEach(w -> w.waiting.forEach(f -> f.completeExceptionally(ended)));
      due.clear();
    }
  }
}
