package io.cloister.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final long SEED = 20261122;

  @Test
  void agreesWithTreeMapForRandomEdits() {
    Random random = new Random(SEED);
    TreeMap<Integer, String> expected = new TreeMap<>();
    Table<Integer, String> table = Table.empty();
    for (int i = 0; i < 20_000; i++) {
      int key = random.nextInt(700);
      if (random.nextInt(3) == 0) {
        expected.remove(key);
        table = table.without(key);
      } else {
        expected.put(key, "v" + i);
        table = table.with(key, "v" + i);
      }
      assertThat(table.size()).as("seed %d, step %d", SEED, i).isEqualTo(expected.size());
      if (i % 500 == 0) {
        assertThat(table.values()).as("seed %d", SEED).containsExactlyElementsOf(expected.values());
      }
    }
  }

  @Test
  void staysBalancedWhenKeysComeInOrder() {
    Table<Integer, Integer> table = Table.empty();
    for (int i = 0; i < 100_000; i++) {
      table = table.with(i, i);
    }
    int[] visited = {0};
    Table<Integer, Integer> changed = table.with(77_777, -1);
    table.differences(changed, counting(visited));
    assertThat(visited[0]).isEqualTo(1);
    assertThat(changed.require(77_777)).isEqualTo(-1);
  }

  @Test
  void tellsTheDifferencesOfRelatedAndUnrelatedTables() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      Table<Integer, Integer> before = Table.empty();
      for (int i = random.nextInt(200); i > 0; i--) {
        before = before.with(random.nextInt(300), i);
      }
      Table<Integer, Integer> after = random.nextInt(5) == 0 ? Table.empty() : before;
      for (int i = random.nextInt(30); i > 0; i--) {
        int key = random.nextInt(300);
        after = random.nextBoolean() ? after.without(key) : after.with(key, 1000 + i);
      }
      Map<Integer, Integer> replayed = new TreeMap<>();
      before.forEach(replayed::put);
      List<Integer> order = new ArrayList<>();
      before.differences(
          after,
          new Table.Differences<Integer, Integer>() {
            @Override
            public void added(Integer key, Integer value) {
              order.add(key);
              assertThat(replayed.put(key, value)).isNull();
            }

            @Override
            public void removed(Integer key, Integer value) {
              order.add(key);
              assertThat(replayed.remove(key)).isEqualTo(value);
            }

            @Override
            public void changed(Integer key, Integer old, Integer value) {
              order.add(key);
              assertThat(replayed.put(key, value)).isEqualTo(old);
            }
          });
      assertThat(new ArrayList<>(replayed.values()))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(after.values().toList());
      assertThat(order).isSorted();
    }
  }

  @Test
  void equalsByContent() {
    Table<String, String> a = Table.<String, String>empty().with("a", "1").with("b", "2");
    Table<String, String> b = Table.<String, String>empty().with("b", "2").with("a", "1");
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b).isNotEqualTo(b.without("a"));
    assertThat(a.without("c")).isSameAs(a);
  }

  private static Table.Differences<Integer, Integer> counting(int[] visited) {
    return new Table.Differences<>() {
      @Override
      public void added(Integer key, Integer after) {
        visited[0]++;
      }

      @Override
      public void removed(Integer key, Integer before) {
        visited[0]++;
      }

      @Override
      public void changed(Integer key, Integer before, Integer after) {
        visited[0]++;
      }
    };
  }
}
