package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.forwarding.pipeline.Pipeline;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.SubnetStage;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What ports are plugged into: which namespace has which ports, also where these are of several
 * VPCs, and which of them have to be planned anew.
 */
final class Outlets {
  private Table<NamespaceName, Table<NetworkInterfaceId, VpcId>> ports = Table.empty();
  private final SortedSet<NamespaceName> touched = new TreeSet<>();

  /** Notes what differs between two versions of a VPC. */
  void touch(VpcPipeline old, VpcPipeline now) {
    SortedSet<SubnetId> subnets = new TreeSet<>();
    old.subnets()
        .eachDifference(
            now.subnets(),
            (id, was, is) -> {
              boolean both = was.isPresent() && is.isPresent();
              if (both && !cidrs(was).equals(cidrs(is))) {
                subnets.add(id);
              }
            });
    if (!subnets.isEmpty()) {
      now.ports().where(p -> subnets.contains(p.subnet())).forEach(p -> plug(now.id(), p));
    }
    old.ports().eachDifference(now.ports(), (_, was, _) -> was.ifPresent(this::unplug));
    old.ports().eachDifference(now.ports(), (_, _, is) -> is.ifPresent(p -> plug(now.id(), p)));
  }

  private static List<?> cidrs(Optional<SubnetStage> subnet) {
    return subnet.map(SubnetStage::cidrs).orElse(List.of());
  }

  private void unplug(Port port) {
    if (port.instance().isPresent()) {
      NamespaceName name = Names.outlet(port.instance().get());
      Table<NetworkInterfaceId, VpcId> left =
          ports.get(name).orElse(Table.empty()).without(port.id());
      ports = left.isEmpty() ? ports.without(name) : ports.with(name, left);
      touched.add(name);
    }
  }

  private void plug(VpcId vpc, Port port) {
    if (port.instance().isPresent()) {
      NamespaceName name = Names.outlet(port.instance().get());
      ports = ports.with(name, ports.get(name).orElse(Table.empty()).with(port.id(), vpc));
      touched.add(name);
    }
  }

  /** Plans anew what has been touched. */
  Table<NamespaceName, Namespace> plan(
      Table<NamespaceName, Namespace> namespaces, Pipeline pipeline) {
    Table<NamespaceName, Namespace> all = namespaces;
    for (NamespaceName name : touched) {
      List<InstancePlan.Placed> placed = new ArrayList<>();
      ports
          .get(name)
          .orElse(Table.empty())
          .forEach((id, vpcId) -> {
            VpcPipeline vpc = pipeline.vpcs().require(vpcId);
            Port port = vpc.ports().require(id);
            placed.add(new InstancePlan.Placed(vpc, port, port.instance().orElseThrow()));
          });
      all = placed.isEmpty() ? all.without(name) : all.with(name, InstancePlan.of(name, placed));
    }
    touched.clear();
    return all;
  }
}
