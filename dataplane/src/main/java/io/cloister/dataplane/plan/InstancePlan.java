package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Route;
import io.cloister.forwarding.pipeline.Plug;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.SubnetStage;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.ip.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an instance sees: its interfaces with their addresses, and the subnet's router, at the first
 * address after the subnet's base (and at fe80::1), as the way to everything else.
 */
final class InstancePlan {
  private InstancePlan() {}

  /** An instance with these ports, which may be of several VPCs. */
  static Namespace of(NamespaceName name, List<Placed> ports) {
    List<Link> links = new ArrayList<>();
    List<Route> routes = new ArrayList<>();
    List<Placed> sorted =
        ports.stream().sorted(Comparator.comparingInt(p -> p.plug().device())).toList();
    for (Placed placed : sorted) {
      boolean first = placed.equals(sorted.getFirst());
      links.add(link(placed));
      routes(placed, first, routes);
    }
    boolean forwards = sorted.stream().anyMatch(p -> !p.port().sourceDestCheck());
    return Namespace.of(name, Settings.host(forwards), links, routes, List.of(), Optional.empty())
        .ledBy(Names.router(sorted.getFirst().vpc().id()));
  }

  /** A port and where it lies. */
  record Placed(VpcPipeline vpc, Port port, Plug.OfInstance plug) {
    SubnetStage subnet() {
      return vpc.subnetOf(port);
    }
  }

  private static Link link(Placed placed) {
    Port port = placed.port();
    LinkEnd router = new LinkEnd(Names.router(placed.vpc().id()), Names.link(port.id()));
    MacAddress mac = Names.mac(router.toString());
    Map<IpAddress, MacAddress> neighbours = new TreeMap<>();
    neighbours.put(placed.subnet().router(), mac);
    neighbours.put(Names.ROUTER, mac);
    return Link.of(
        Names.device(placed.plug()),
        port.mac(),
        Port.MTU,
        router,
        port.addresses().map(InterfaceAddress::host).toList(),
        neighbours);
  }

  private static void routes(Placed placed, boolean first, List<Route> routes) {
    Port port = placed.port();
    LinkName link = Names.device(placed.plug());
    for (Family family : Family.values()) {
      Optional<IpAddress> source = port.addresses().filter(a -> a.family() == family).findFirst();
      IpAddress gateway = family == Family.IPV4 ? placed.subnet().router() : Names.ROUTER;
      if (source.isEmpty()) {
        continue;
      }
      List<Prefix> destinations =
          first ? List.of(family.everything()) : placed.subnet().cidrs(family).toList();
      for (Prefix destination : destinations) {
        routes.add(
            new Route(
                Route.MAIN,
                destination,
                new Route.Via(link, Optional.of(gateway), source, Optional.empty())));
      }
    }
  }
}
