package io.cloister.bench.plan;

import io.cloister.dataplane.host.Desired;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.dataplane.kernel.Step;
import io.cloister.dataplane.plan.LinuxPlanner;
import io.cloister.model.network.Network;
import io.cloister.model.network.Timing;
import io.cloister.model.table.Table;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From one network to the next, and to the steps that the kernel is to take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 15, time = 1)
@Fork(1)
public class PlanBenchmark {
  /** Instances in the VPC, each with one interface; all of them carry the group that changes. */
  @Param({"10", "100", "1000"})
  public int interfaces;

  private final LinuxPlanner planner = new LinuxPlanner(new Timing(1));
  private Network here = Network.EMPTY;
  private boolean changed;
  private Network plain = Network.EMPTY;
  private Network authorized = Network.EMPTY;
  private Network joined = Network.EMPTY;
  private Table<NamespaceName, Namespace> applied = Desired.NOTHING.namespaces();

  /** Plans the network that the changes start from. */
  @Setup
  public void build() {
    plain = Networks.with(interfaces);
    authorized = Networks.authorized(plain);
    joined = Networks.joined(plain, interfaces);
    to(plain);
  }

  private List<Step> to(Network next) {
    Table<NamespaceName, Namespace> wanted = planner.plan(here, next).namespaces();
    List<Step> steps = Reconcile.between(applied, wanted);
    here = next;
    applied = wanted;
    return steps;
  }

  /** A rule comes to the group, or goes. */
  @Benchmark
  public List<Step> rule() {
    changed = !changed;
    return to(changed ? authorized : plain);
  }

  /** An instance comes to the VPC, or goes. */
  @Benchmark
  public List<Step> instance() {
    changed = !changed;
    return to(changed ? joined : plain);
  }
}
