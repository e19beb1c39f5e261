package io.cloister.dataplane.plan;

import io.cloister.dataplane.host.Desired;
import io.cloister.dataplane.host.Planner;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.forwarding.pipeline.GatewayStage;
import io.cloister.forwarding.pipeline.Pipeline;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.network.Timing;
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plans networks for Linux: compiles them and says the pipeline in namespaces. Namespaces of VPCs
 * that are the same as before are the same objects, so comparing costs nothing.
 */
public final class LinuxPlanner implements Planner {
  /** The NFLOG group in which gates tell what they drop; the prefix is the gate. */
  public static final int LOG_GROUP = Gates.LOG_GROUP;

  private final Timing timing;
  private Pipeline pipeline = Pipeline.EMPTY;
  private SortedMap<NamespaceName, Namespace> namespaces = new TreeMap<>();

  /** A planner that starts from nothing. */
  public LinuxPlanner(Timing timing) {
    this.timing = timing;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // What has not been compiled anew is the same object.
  public Desired plan(Network before, Network after) {
    Pipeline next = pipeline.next(before, after);
    SortedMap<NamespaceName, Namespace> wanted = new TreeMap<>(namespaces);
    Forgetting forgetting = new Forgetting();
    SortedSet<InstanceId> touched = new TreeSet<>();
    pipeline.vpcs().differences(next.vpcs(), new Routers(wanted, touched, forgetting));
    pipeline.gateways().differences(next.gateways(), new Gateways(wanted, forgetting));
    instances(next, touched, wanted);
    if (namespaces.isEmpty()
        || pipeline.internet() != next.internet()
        || pipeline.gateways() != next.gateways()) {
      wanted.put(Names.NET, InternetPlan.router(next));
      next.internet().hosts().forEach(h -> wanted.put(Names.host(h), InternetPlan.host(h)));
    }
    pipeline = next;
    namespaces = wanted;
    return new Desired(new TreeMap<>(wanted), forgetting.all());
  }

  private static void plugged(VpcPipeline vpc, SortedSet<InstanceId> into) {
    vpc.ports().forEach(p -> p.instance().ifPresent(plug -> into.add(plug.instance())));
  }

  private final class Routers implements Table.Differences<VpcId, VpcPipeline> {
    private final SortedMap<NamespaceName, Namespace> wanted;
    private final SortedSet<InstanceId> touched;
    private final Forgetting forgetting;

    Routers(
        SortedMap<NamespaceName, Namespace> wanted,
        SortedSet<InstanceId> touched,
        Forgetting forgetting) {
      this.wanted = wanted;
      this.touched = touched;
      this.forgetting = forgetting;
    }

    @Override
    public void added(VpcId id, VpcPipeline now) {
      plugged(now, touched);
      wanted.put(Names.router(id), RouterPlan.of(now, timing));
    }

    @Override
    public void removed(VpcId id, VpcPipeline old) {
      plugged(old, touched);
      wanted.remove(Names.router(id));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // What has not been compiled anew is the same object.
    public void changed(VpcId id, VpcPipeline old, VpcPipeline now) {
      Namespace router = wanted.get(Names.router(id));
      if (router != null
          && old.ports() == now.ports()
          && old.subnets() == now.subnets()
          && old.tables() == now.tables()
          && old.edge().equals(now.edge())
          && old.cidrs().equals(now.cidrs())) {
        wanted.put(Names.router(id), RouterPlan.regroup(router, now));
        return;
      }
      plugged(old, touched);
      added(id, now);
      forgetting.ports(old, now);
    }
  }

  private final class Gateways implements Table.Differences<InternetGatewayId, GatewayStage> {
    private final SortedMap<NamespaceName, Namespace> wanted;
    private final Forgetting forgetting;

    Gateways(SortedMap<NamespaceName, Namespace> wanted, Forgetting forgetting) {
      this.wanted = wanted;
      this.forgetting = forgetting;
    }

    @Override
    public void added(InternetGatewayId id, GatewayStage now) {
      wanted.put(Names.gateway(id), GatewayPlan.of(now, timing));
    }

    @Override
    public void removed(InternetGatewayId id, GatewayStage old) {
      wanted.remove(Names.gateway(id));
    }

    @Override
    public void changed(InternetGatewayId id, GatewayStage old, GatewayStage now) {
      added(id, now);
      forgetting.mappings(old, now);
    }
  }

  private static void instances(
      Pipeline pipeline,
      SortedSet<InstanceId> touched,
      SortedMap<NamespaceName, Namespace> wanted) {
    if (touched.isEmpty()) {
      return;
    }
    SortedMap<InstanceId, List<InstancePlan.Placed>> placed = new TreeMap<>();
    for (VpcPipeline vpc : pipeline.vpcs()) {
      for (Port port : vpc.ports()) {
        port.instance()
            .filter(plug -> touched.contains(plug.instance()))
            .ifPresent(plug ->
                placed
                    .computeIfAbsent(plug.instance(), _ -> new ArrayList<>())
                    .add(new InstancePlan.Placed(vpc, port, plug)));
      }
    }
    for (InstanceId id : touched) {
      List<InstancePlan.Placed> ports = placed.get(id);
      NamespaceName name = Names.instance(id);
      if (ports == null) {
        wanted.remove(name);
      } else {
        wanted.put(name, InstancePlan.of(name, ports));
      }
    }
  }
}
