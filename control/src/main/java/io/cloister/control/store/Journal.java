package io.cloister.control.store;

import io.cloister.model.network.Change;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The truth: every change in its order, with who asked for it, which also makes it the audit trail.
 * Used by one thread at a time.
 */
public interface Journal extends AutoCloseable {

  /**
   * What one decision changed.
   *
   * @param sequence 1 for the first, then one more each
   * @param author who asked: an account and a region, or what observed
   * @param action the API action or the kind of observation
   */
  record Entry(long sequence, Instant time, String author, String action, List<Change> changes) {
    /** Copies the changes. */
    public Entry {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Gives all changes so far, from the newest snapshot on, in their order.
   *
   * @return the sequence number of the last entry; 0 when there is none
   * @throws IOException when what is there can't be read
   */
  long replay(Consumer<List<Change>> changes) throws IOException;

  /**
   * Appends entries, all or none; they are durable when this returns.
   *
   * @throws IOException when they are not; none of them is there then
   */
  void append(List<Entry> entries) throws IOException;

  /** Keeps a state that replay can start from: the changes that make it out of nothing. */
  void snapshot(long sequence, List<Change> state) throws IOException;

  @Override
  void close() throws IOException;

  /** Keeps nothing: for servers whose state may be forgotten. */
  static Journal forgetful() {
    return new Journal() {
      @Override
      public long replay(Consumer<List<Change>> changes) {
        return 0;
      }

      @Override
      public void append(List<Entry> entries) {}

      @Override
      public void snapshot(long sequence, List<Change> state) {}

      @Override
      public void close() {}
    };
  }
}
