package io.cloister.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.control.action.AwsException;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir private Path folder;

  private Store open() throws IOException {
    return Store.open(SqliteJournal.open(folder.resolve("journal.db")), () -> Instant.EPOCH);
  }

  private static Change set(String name, String value) {
    return new Change.Set(Samples.SCOPE, name, value);
  }

  private static long put(Store store, String name, String value) {
    return store
        .write("me", "Test", n -> new Store.Outcome<>(List.of(set(name, value)), value))
        .sequence();
  }

  @Test
  void whatWasAnsweredIsThereAfterAStart() throws IOException {
    try (Store store = open()) {
      store.write("me", "Test", n -> new Store.Outcome<>(Samples.changes(), true));
      put(store, "a", "1");
    }
    try (Store store = open()) {
      assertThat(store.sequence()).isEqualTo(2);
      assertThat(store.network().asChanges())
          .isEqualTo(
              Network.EMPTY.apply(Samples.changes()).apply(List.of(set("a", "1"))).asChanges());
    }
  }

  @Test
  void startsFromASnapshotAndWhatCameAfterIt() throws IOException {
    int many = Store.SNAPSHOT_EVERY + 7;
    try (Store store = open()) {
      for (int i = 0; i < many; i++) {
        put(store, "n", "" + i);
      }
    }
    int[] parts = {0};
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      assertThat(journal.replay(changes -> parts[0]++)).isEqualTo(many);
    }
    assertThat(parts[0]).isEqualTo(8);
    try (Store store = open()) {
      assertThat(store.network().setting(Samples.SCOPE, "n")).contains("" + (many - 1));
    }
  }

  @Test
  void aRefusalChangesNothingAndReachesItsCaller() throws IOException {
    try (Store store = open()) {
      assertThatThrownBy(() ->
              store.write(
                  "me",
                  "Test",
                  n -> {
                    throw new AwsException("Nope", "no");
                  }))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(AwsException.class);
      assertThat(store.sequence()).isZero();
      assertThat(put(store, "a", "1")).isEqualTo(1);
    }
  }

  @Test
  void subscribersSeeEveryVersionInOrderAndALateOneEverythingAtOnce() throws IOException {
    try (Store store = open()) {
      put(store, "a", "1");
      List<String> told = new ArrayList<>();
      store
          .subscribe((before, after, sequence) -> {
            told.add(
                sequence
                    + ":"
                    + before.setting(Samples.SCOPE, "a").orElse("-")
                    + ">"
                    + after.setting(Samples.SCOPE, "a").orElse("-"));
            return CompletableFuture.completedFuture(null);
          })
          .join();
      put(store, "a", "2");
      put(store, "a", "3");
      assertThat(told).containsExactly("1:->1", "2:1>2", "3:2>3");
    }
  }

  @Test
  void writesOfManyThreadsAllCountOnce() throws Exception {
    try (Store store = open()) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 16; t++) {
        threads.add(
            Thread.startVirtualThread(() -> {
              for (int i = 0; i < 50; i++) {
                store.write(
                    "me",
                    "Test",
                    n -> {
                      int old = Integer.parseInt(n.setting(Samples.SCOPE, "count").orElse("0"));
                      return new Store.Outcome<>(List.of(set("count", "" + (old + 1))), old);
                    });
              }
            }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(store.network().setting(Samples.SCOPE, "count")).contains("800");
    }
  }

  @Test
  void aJournalThatCannotWriteFailsTheCallAndKeepsTheOldNetwork() throws IOException {
    boolean[] broken = {false};
    Journal journal =
        new Journal() {
          @Override
          public long replay(Consumer<List<Change>> changes) {
            return 0;
          }

          @Override
          public void append(List<Entry> entries) throws IOException {
            if (broken[0]) {
              throw new IOException("disk full");
            }
          }

          @Override
          public void snapshot(long sequence, List<Change> state) {}

          @Override
          public void close() {}
        };
    try (Store store = Store.open(journal, () -> Instant.EPOCH)) {
      put(store, "a", "1");
      broken[0] = true;
      assertThatThrownBy(() -> put(store, "a", "2"))
          .hasRootCauseMessage("The journal could not be written; nothing has changed");
      broken[0] = false;
      assertThat(store.network().setting(Samples.SCOPE, "a")).contains("1");
      assertThat(put(store, "a", "3")).isEqualTo(2);
    }
  }

  @Test
  void twoServersCannotShareAJournal() throws IOException {
    try (Store store = open()) {
      put(store, "a", "1");
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another server");
    }
  }

  @Test
  void aClosedStoreRefuses() throws IOException {
    Store store = open();
    store.close();
    assertThatThrownBy(() -> put(store, "a", "1")).hasCauseInstanceOf(AwsException.class);
  }
}
