package io.cloister.control.store;

import io.cloister.control.action.AwsException;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Holds the current network and is the only one who replaces it. One thread takes what waits,
 * decides each on the network that the ones before it lead to, makes them durable in one
 * transaction, then publishes them one by one: so an fsync is shared by all who wait, and nobody
 * sees what might still be lost.
 */
public final class Store implements AutoCloseable {
  /** After so many entries a snapshot saves the next start from replaying them. */
  static final int SNAPSHOT_EVERY = 2_000;

  private static final System.Logger LOG = System.getLogger(Store.class.getName());

  private final Journal journal;
  private final Supplier<Instant> clock;
  private final LinkedBlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final Thread writer;
  private volatile Version current;
  private volatile boolean closed;
  private long lastSnapshot;

  private record Version(Network network, long sequence) {}

  /** What a decision gives the writer. */
  public record Outcome<T>(List<Change> changes, T answer) {}

  /** A version of the network is published; {@code enforced} completes when it is in the kernel. */
  public record Written<T>(T answer, long sequence, CompletableFuture<?> enforced) {}

  private record Write<T>(
      String author,
      String action,
      Function<Network, Outcome<T>> decide,
      CompletableFuture<Written<T>> result) {}

  private record Decided<T>(Write<T> write, T answer, Network before, Version after) {}

  private Store(Journal journal, Supplier<Instant> clock, Version start) {
    this.journal = journal;
    this.clock = clock;
    this.current = start;
    this.lastSnapshot = start.sequence();
    this.writer = Thread.ofPlatform().name("store").daemon().unstarted(this::run);
  }

  /** Starts from what the journal holds. */
  public static Store open(Journal journal, Supplier<Instant> clock) throws IOException {
    Network[] network = {Network.EMPTY};
    long sequence = journal.replay(changes -> network[0] = network[0].apply(changes));
    Store store = new Store(journal, clock, new Version(network[0], sequence));
    store.writer.start();
    return store;
  }

  /** The current network. */
  public Network network() {
    return current.network();
  }

  /** The sequence number of the current network. */
  public long sequence() {
    return current.sequence();
  }

  /**
   * Adds a subscriber, which is told everything that there is as its first difference.
   *
   * @return completes when that first version is enforced
   */
  public CompletableFuture<Boolean> subscribe(Subscriber subscriber) {
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    CompletableFuture<Written<Boolean>> told =
        submit(
            "server",
            "Subscribe",
            network -> {
              // On the writer's thread nothing can come between this version and the next.
              subscribers.add(subscriber);
              relay(subscriber.changed(Network.EMPTY, network, current.sequence()), ready);
              return new Outcome<>(List.of(), true);
            });
    relay(told.thenCompose(_ -> ready), ready);
    return ready;
  }

  private static void relay(CompletionStage<?> from, CompletableFuture<Boolean> to) {
    from.whenComplete((_, e) -> {
      if (e == null) {
        to.complete(true);
      } else {
        to.completeExceptionally(e);
      }
    });
  }

  /**
   * Decides on the newest network and makes what comes of it durable.
   *
   * @param author who asks, for the audit trail
   * @param decide runs on the writer's thread, once; what it throws is thrown here
   * @return after it is durable and published; {@link Written#enforced} tells about the kernel
   */
  public <T> Written<T> write(String author, String action, Function<Network, Outcome<T>> decide) {
    return submit(author, action, decide).join();
  }

  /** The same without waiting. */
  public <T> CompletableFuture<Written<T>> submit(
      String author, String action, Function<Network, Outcome<T>> decide) {
    Write<T> write = new Write<>(author, action, decide, new CompletableFuture<>());
    queue.add(write);
    if (closed) {
      drainClosed();
    }
    return write.result();
  }

  private void run() {
    List<Write<?>> batch = new ArrayList<>();
    while (!closed) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        break;
      }
      queue.drainTo(batch);
      commit(batch);
    }
    drainClosed();
  }

  private void commit(List<Write<?>> batch) {
    List<Decided<?>> decided = new ArrayList<>();
    List<Journal.Entry> entries = new ArrayList<>();
    Version version = current;
    for (Write<?> write : batch) {
      version = decide(write, version, decided, entries);
    }
    try {
      if (!entries.isEmpty()) {
        journal.append(entries);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "the journal refuses to write", e);
      AwsException failure =
          new AwsException(
              "InternalError", 500, "The journal could not be written; nothing has changed");
      decided.forEach(d -> d.write().result().completeExceptionally(failure));
      return;
    }
    decided.forEach(this::publish);
    snapshot();
  }

  private <T> Version decide(
      Write<T> write, Version version, List<Decided<?>> decided, List<Journal.Entry> entries) {
    try {
      Outcome<T> outcome = write.decide().apply(version.network());
      Version after = version;
      if (!outcome.changes().isEmpty()) {
        after = new Version(version.network().apply(outcome.changes()), version.sequence() + 1);
        entries.add(
            new Journal.Entry(
                after.sequence(), clock.get(), write.author(), write.action(), outcome.changes()));
      }
      decided.add(new Decided<>(write, outcome.answer(), version.network(), after));
      return after;
    } catch (RuntimeException | StackOverflowError e) {
      write.result().completeExceptionally(e);
      return version;
    }
  }

  private <T> void publish(Decided<T> decided) {
    Version after = decided.after();
    boolean changed = after.sequence() != current.sequence();
    current = after;
    CompletableFuture<?>[] told =
        changed
            ? subscribers.stream()
                .map(s -> tell(s, decided.before(), after))
                .toArray(CompletableFuture<?>[]::new)
            : new CompletableFuture<?>[0];
    decided
        .write()
        .result()
        .complete(new Written<>(decided.answer(), after.sequence(), CompletableFuture.allOf(told)));
  }

  private static CompletableFuture<?> tell(Subscriber subscriber, Network before, Version after) {
    try {
      return subscriber.changed(before, after.network(), after.sequence()).toCompletableFuture();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a subscriber failed", e);
      return CompletableFuture.failedFuture(e);
    }
  }

  private void snapshot() {
    Version version = current;
    if (version.sequence() - lastSnapshot < SNAPSHOT_EVERY) {
      return;
    }
    lastSnapshot = version.sequence();
    try {
      journal.snapshot(version.sequence(), version.network().asChanges());
    } catch (IOException | RuntimeException e) {
      // The journal itself is whole: only the next start is slower.
      LOG.log(Level.WARNING, "no snapshot could be written", e);
    }
  }

  private void drainClosed() {
    for (Write<?> write = queue.poll(); write != null; write = queue.poll()) {
      write
          .result()
          .completeExceptionally(
              new AwsException("Unavailable", 503, "The server is stopping: try again later"));
    }
  }

  /** Ends the writer after what it is at; what still waits is refused. */
  @Override
  public void close() throws IOException {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drainClosed();
    journal.close();
  }
}
