package io.cloister.dataplane.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.Scope;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnforcerTest {
  private static final Scope SCOPE = new Scope("000000000000", "aws", "us-east-1");
  private final Memory kernel = new Memory();

  private static NamespaceName home(Instance instance) {
    return new NamespaceName(instance.vpc().value());
  }

  /** A kernel that knows only which namespaces there are. */
  private static final class Memory implements Kernel {
    private final SortedSet<NamespaceName> there = new ConcurrentSkipListSet<>();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean refuse;

    @Override
    public SortedMap<NamespaceName, Seen> observe(Table<NamespaceName, Namespace> wanted) {
      return observe(wanted, there);
    }

    @Override
    public SortedMap<NamespaceName, Seen> observe(
        Table<NamespaceName, Namespace> wanted, Collection<NamespaceName> names) {
      looks.incrementAndGet();
      SortedMap<NamespaceName, Seen> seen = new TreeMap<>();
      there.stream()
          .filter(names::contains)
          .forEach(name -> seen.put(name, Seen.of(Namespace.empty(name))));
      return seen;
    }

    @Override
    public void apply(List<Step> steps) {
      for (Step step : steps) {
        if (refuse) {
          throw new IllegalStateException("no room for " + step.namespace());
        }
        switch (step) {
          case Step.CreateNamespace create -> assertThat(there.add(create.namespace())).isTrue();
          case Step.DeleteNamespace delete -> assertThat(there.remove(delete.namespace())).isTrue();
          case Step.Forget(NamespaceName name, var addresses) ->
              forgotten.add(name + " " + addresses);
          case Step.WriteSysctls _, Step.Filter _, Step.Plumb _ -> {}
        }
      }
    }
  }

  /** Wants the namespaces that a setting lists, and forgets an address with each step. */
  private static Desired plan(Network before, Network after) {
    Table<NamespaceName, Namespace> wanted = Table.empty();
    SortedMap<NamespaceName, SortedSet<IpAddress>> forget = new TreeMap<>();
    for (String text : after.setting(SCOPE, "names").orElse("").split(" ", -1)) {
      if (!text.isEmpty()) {
        NamespaceName name = new NamespaceName(text);
        wanted = wanted.with(name, Namespace.empty(name));
        forget.put(name, new TreeSet<>(List.of(IpAddress.of("10.0.0.1"))));
      }
    }
    return new Desired(wanted, forget);
  }

  private static Network names(String names) {
    return Network.EMPTY.apply(List.of(new Change.Set(SCOPE, "names", names)));
  }

  @Test
  void adoptsWhatIsRightRemovesWhatIsNotAndLooksOnce() {
    kernel.there.add(new NamespaceName("a"));
    kernel.there.add(new NamespaceName("stray"));
    try (Enforcer enforcer =
        new Enforcer(kernel, EnforcerTest::plan, EnforcerTest::home, (_, _) -> {})) {
      enforcer.want(names("a b")).join();
      assertThat(kernel.there).extracting(NamespaceName::text).containsExactly("a", "b");
      enforcer.want(names("b c")).join();
      assertThat(kernel.there).extracting(NamespaceName::text).containsExactly("b", "c");
      assertThat(kernel.looks).hasValue(1);
      assertThat(kernel.forgotten).contains("c [10.0.0.1]");
    }
  }

  @Test
  void tellsTheCallerThatTheKernelRefusesAndGetsThereByItself() throws InterruptedException {
    CountDownLatch inStep = new CountDownLatch(1);
    kernel.refuse = true;
    try (Enforcer enforcer =
        new Enforcer(
            kernel, EnforcerTest::plan, EnforcerTest::home, (_, _) -> inStep.countDown())) {
      assertThatThrownBy(() -> enforcer.want(names("a")).join())
          .hasMessageContaining("no room for a");
      assertThat(enforcer.troubles()).containsExactly("no room for a");
      kernel.refuse = false;
      assertThat(inStep.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(kernel.there).hasSize(1);
      assertThat(kernel.forgotten).as("what the failed step owed").contains("a [10.0.0.1]");
    }
  }

  @Test
  void refusesWhenItHasEnded() {
    Enforcer enforcer = new Enforcer(kernel, EnforcerTest::plan, EnforcerTest::home, (_, _) -> {});
    enforcer.close();
    assertThatThrownBy(() -> enforcer.want(names("a")).join()).hasMessageContaining("has ended");
  }
}
