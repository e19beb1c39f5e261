package io.cloister.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Networks;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.dataplane.kernel.Step;
import io.cloister.model.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From any damage one reconcile reaches the wanted state, and a second one does nothing. */
class RepairTest {
  private static final int ROUNDS = 25;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oneReconcileRepairsAnyDamage(long seed) throws IOException {
    Random random = new Random(seed);
    Table<NamespaceName, Namespace> wanted = Networks.of(3);
    try (Lab lab = new Lab()) {
      lab.apply(wanted);
      for (int round = 0; round < ROUNDS; round++) {
        List<String> damages = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          damages.add(Damage.random(lab, random));
        }
        String story = "seed " + seed + ", round " + round + ": " + damages;
        repair(lab, wanted, story);
        List<Step> again = Reconcile.steps(wanted, lab.kernel().observe(wanted.values().toList()));
        assertThat(again).as(story).isEmpty();
        Probe probe = new Probe(lab.kernel());
        assertThat(probe.arrives(0, 1, Networks.address(1))).as(story).isTrue();
        assertThat(probe.arrives(2, 0, Networks.address6(0))).as(story).isTrue();
      }
    }
  }

  private static void repair(Lab lab, Table<NamespaceName, Namespace> wanted, String story) {
    try {
      lab.apply(wanted);
    } catch (KernelException e) {
      throw new AssertionError(story, e);
    }
  }
}
