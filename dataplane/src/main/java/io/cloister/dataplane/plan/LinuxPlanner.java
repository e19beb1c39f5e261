package io.cloister.dataplane.plan;

import io.cloister.dataplane.host.Desired;
import io.cloister.dataplane.host.Planner;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.forwarding.pipeline.GatewayStage;
import io.cloister.forwarding.pipeline.InternetHost;
import io.cloister.forwarding.pipeline.Pipeline;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.network.Timing;
import io.cloister.model.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Plans networks for Linux: compiles them and says the differences of the pipeline in namespaces.
 * What has not changed is the same object as before, at every level, so that comparing two plans
 * costs what differs.
 */
public final class LinuxPlanner implements Planner {
  /** The NFLOG group in which gates tell what they drop; the prefix is the gate. */
  public static final int LOG_GROUP = Gates.LOG_GROUP;

  private final Timing timing;
  private Pipeline pipeline = Pipeline.EMPTY;
  private Table<VpcId, RouterPlan> routers = Table.empty();
  private final Outlets outlets = new Outlets();
  private Table<NamespaceName, Namespace> namespaces = Table.empty();

  /** A planner that starts from nothing. */
  public LinuxPlanner(Timing timing) {
    this.timing = timing;
    List<InternetHost> hosts = Pipeline.EMPTY.internet().hosts();
    put(InternetPlan.first(hosts));
    hosts.forEach(host -> put(InternetPlan.host(host)));
  }

  private void put(Namespace namespace) {
    namespaces = namespaces.with(namespace.name(), namespace);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // What has not been compiled anew is the same object.
  public Desired plan(Network before, Network after) {
    Pipeline next = pipeline.next(before, after);
    if (next == pipeline) {
      return new Desired(namespaces, new Forgetting().all());
    }
    Forgetting forgetting = new Forgetting();
    pipeline.vpcs().eachDifference(next.vpcs(), (id, was, now) -> router(id, was, now, forgetting));
    pipeline
        .gateways()
        .eachDifference(next.gateways(), (_, was, now) -> gateway(was, now, forgetting));
    namespaces = outlets.plan(namespaces, next);
    put(InternetPlan.next(namespaces.require(Names.NET), pipeline, next));
    pipeline = next;
    return new Desired(namespaces, forgetting.all());
  }

  private void router(
      VpcId id, Optional<VpcPipeline> was, Optional<VpcPipeline> now, Forgetting forgetting) {
    VpcPipeline old = was.orElseGet(() -> VpcPipeline.empty(id));
    outlets.touch(old, now.orElseGet(() -> VpcPipeline.empty(id)));
    if (now.isEmpty()) {
      routers = routers.without(id);
      namespaces = namespaces.without(Names.router(id));
      return;
    }
    RouterPlan plan = routers.get(id).orElseGet(() -> RouterPlan.first(id, timing)).next(now.get());
    routers = routers.with(id, plan);
    put(plan.namespace());
    forgetting.ports(old, now.get());
  }

  private void gateway(
      Optional<GatewayStage> was, Optional<GatewayStage> now, Forgetting forgetting) {
    if (now.isEmpty()) {
      namespaces = namespaces.without(Names.gateway(was.orElseThrow().id()));
      return;
    }
    // One that has moved to another VPC is another gateway.
    Optional<GatewayStage> stays = was.filter(w -> w.vpc().equals(now.get().vpc()));
    Namespace namespace =
        stays
            .map(w -> namespaces.require(Names.gateway(w.id())))
            .orElseGet(() -> GatewayPlan.first(now.get(), timing));
    put(GatewayPlan.next(namespace, stays, now.get()));
    was.ifPresent(w -> forgetting.mappings(w, now.get()));
  }
}
