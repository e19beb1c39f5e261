package io.cloister.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Networks;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.dataplane.kernel.Step;
import io.cloister.model.table.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network of words becomes one of packets. */
class NetworkTest {
  @Test
  void hostsReachEachOtherOnceApplied() throws IOException {
    try (Lab lab = new Lab()) {
      lab.apply(Networks.of(3));
      Probe probe = new Probe(lab.kernel());
      assertThat(probe.arrives(0, 2, Networks.address(2))).isTrue();
      assertThat(probe.arrives(2, 1, Networks.address6(1))).isTrue();
    }
  }

  @Test
  void applyingTwiceDoesNothing() {
    try (Lab lab = new Lab()) {
      Table<NamespaceName, Namespace> wanted = Networks.of(3);
      lab.apply(wanted);
      assertThat(Reconcile.steps(wanted, lab.kernel().observe(wanted.values().toList()))).isEmpty();
    }
  }

  @Test
  void theNextStateIsReachedWithoutLooking() throws IOException {
    try (Lab lab = new Lab()) {
      lab.apply(Networks.of(3));
      lab.kernel().apply(Reconcile.between(Networks.of(3), Networks.closed(5)));
      Table<NamespaceName, Namespace> wanted = Networks.closed(5);
      assertThat(Reconcile.steps(wanted, lab.kernel().observe(wanted.values().toList()))).isEmpty();
      Probe probe = new Probe(lab.kernel());
      probe.send(0, Networks.address(2));
      assertThat(lab.shell(Networks.ROUTER, "nft list chain inet cloister c-gate-2"))
          .contains("counter packets 1 ");
      lab.kernel().apply(Reconcile.between(Networks.closed(5), Networks.of(2)));
      wanted = Networks.of(2);
      assertThat(Reconcile.steps(wanted, lab.kernel().observe(wanted.values().toList()))).isEmpty();
      assertThat(probe.arrives(0, 1, Networks.address(1))).isTrue();
    }
  }

  @Test
  void anotherHandInTheRulesetIsNoticed() {
    try (Lab lab = new Lab()) {
      lab.apply(Networks.of(2));
      lab.shell(Networks.ROUTER, "nft flush chain inet cloister c-gate-1");
      List<Step> steps = Reconcile.between(Networks.of(2), Networks.closed(2));
      assertThatThrownBy(() -> lab.kernel().apply(steps)).isInstanceOf(DriftException.class);
      lab.apply(Networks.closed(2));
      assertThat(lab.shell(Networks.ROUTER, "nft list chain inet cloister c-gate-1"))
          .contains("drop comment \"gate-1\"");
    }
  }

  @Test
  void nothingIsLeftWhenNothingIsWanted() {
    try (Lab lab = new Lab()) {
      lab.apply(Networks.of(3));
      lab.apply(Table.empty());
      assertThat(lab.kernel().list()).isEmpty();
    }
  }

  @Test
  void aRefusalNamesTheNamespaceAndTheThing() {
    try (Lab lab = new Lab()) {
      lab.apply(Networks.of(1));
      lab.shell(Networks.ROUTER, "ip link delete eni-0");
      List<Step> steps =
          Reconcile.between(Table.empty(), Networks.of(1)).stream()
              .filter(
                  step -> step instanceof Step.Plumb && step.namespace().equals(Networks.ROUTER))
              .toList();
      assertThatThrownBy(() -> lab.kernel().apply(steps.subList(1, steps.size())))
          .isInstanceOf(KernelException.class)
          .hasMessageContaining("router")
          .hasMessageContaining("eni-0");
    }
  }
}
