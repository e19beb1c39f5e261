package io.cloister.app.server;

import io.cloister.dataplane.DataPlane;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Instance;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Carries nothing, and says so. It is there for those who only want the API, on a machine that has
 * no Linux kernel to give: instances go through AWS's states, and no program ever runs in them.
 */
final class NoPackets implements DataPlane {
  private static final byte[] CONSOLE =
      "This server was started with --no-packets: nothing runs in its instances.\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Consumer<Observation> report;

  NoPackets(Consumer<Observation> report) {
    this.report = report;
  }

  @Override
  public CompletionStage<?> changed(Network before, Network after) {
    before
        .instances()
        .differences(
            after.instances(),
            new Table.Differences<InstanceId, Instance>() {
              @Override
              public void added(InstanceId id, Instance instance) {
                pretend(instance);
              }

              @Override
              public void removed(InstanceId id, Instance instance) {}

              @Override
              public void changed(InstanceId id, Instance from, Instance to) {
                if (from.state() != to.state()) {
                  pretend(to);
                }
              }
            });
    before.loadBalancers().differences(after.loadBalancers(), new Balancers());
    return CompletableFuture.completedStage(true);
  }

  /** Load balancers that are made are ready at once: there is nothing to set up. */
  private final class Balancers implements Table.Differences<LoadBalancerArn, LoadBalancer> {
    @Override
    public void added(LoadBalancerArn id, LoadBalancer balancer) {
      if (balancer.state() == LoadBalancer.State.PROVISIONING) {
        report.accept(new Observation.LoadBalancerReady(id));
      }
    }

    @Override
    public void removed(LoadBalancerArn id, LoadBalancer balancer) {}

    @Override
    public void changed(LoadBalancerArn id, LoadBalancer from, LoadBalancer to) {}
  }

  private void pretend(Instance instance) {
    switch (instance.state()) {
      case PENDING -> report.accept(new Observation.InstanceRunning(instance.id()));
      case STOPPING, SHUTTING_DOWN ->
          report.accept(new Observation.InstanceEnded(instance.id(), 0));
      case RUNNING, STOPPED, TERMINATED -> {}
    }
  }

  /** Everything: who asks for no packets misses none. */
  @Override
  public Set<Feature> carries() {
    return EnumSet.allOf(Feature.class);
  }

  @Override
  public byte[] console(InstanceId instance) {
    return CONSOLE.clone();
  }

  @Override
  public Health health() {
    return new Health(0, 0, 0, List.of());
  }

  @Override
  public List<Drop> drops() {
    return List.of();
  }

  @Override
  public void remove() {}

  @Override
  public void leave() {}
}
