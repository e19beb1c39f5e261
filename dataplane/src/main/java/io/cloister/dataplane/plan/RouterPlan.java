package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.Table;
import io.cloister.forwarding.pipeline.Edge;
import io.cloister.forwarding.pipeline.GroupPolicy;
import io.cloister.forwarding.pipeline.Plug;
import io.cloister.forwarding.pipeline.PolicyClass;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.network.Timing;
import io.cloister.model.vpc.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The router of a VPC. */
final class RouterPlan {
  private RouterPlan() {}

  static Namespace of(VpcPipeline vpc, Timing timing) {
    Tables tables = new Tables(vpc);
    NamespaceName name = Names.router(vpc.id());
    Namespace plain =
        Namespace.of(
            name,
            Settings.tracking(timing),
            links(vpc),
            tables.routes(),
            tables.rules(),
            Optional.of(Table.of(chains(vpc), sets(vpc, PortSets.of(vpc, tables)), List.of())));
    return new Namespace(
        name,
        plain.sysctls(),
        plain.links(),
        Names.OF_ROUTER,
        plain.routes(),
        plain.rules(),
        plain.nft());
  }

  /** The router of a VPC of which nothing but groups has changed since it was planned last. */
  static Namespace regroup(Namespace before, VpcPipeline vpc) {
    List<NftSet> ports = new ArrayList<>();
    before.nft().stream()
        .flatMap(t -> t.sets().values().stream())
        .filter(s -> s.name().text().startsWith("s-"))
        .forEach(ports::add);
    return new Namespace(
        before.name(),
        before.sysctls(),
        before.links(),
        before.loopback(),
        before.routes(),
        before.rules(),
        Optional.of(Table.of(chains(vpc), sets(vpc, ports), List.of())));
  }

  private static List<Link> links(VpcPipeline vpc) {
    NamespaceName name = Names.router(vpc.id());
    List<Link> links = new ArrayList<>(Nowhere.links(name));
    for (Port port : vpc.ports()) {
      port.instance().ifPresent(plug -> links.add(link(name, port, plug)));
    }
    vpc.edge()
        .map(Edge::gateway)
        .map(Names::gateway)
        .ifPresent(gateway ->
            links.add(
                link(
                    name,
                    Names.GATEWAY,
                    Port.MTU,
                    new LinkEnd(gateway, Names.VPC),
                    Names.mac(gateway + "/" + Names.VPC))));
    return links;
  }

  private static Link link(NamespaceName router, Port port, Plug.OfInstance plug) {
    LinkEnd end = new LinkEnd(Names.instance(plug.instance()), Names.device(plug));
    return link(router, Names.link(port.id()), Port.MTU, end, port.mac());
  }

  /** A link of a router: it is fe80::1, and the other end fe80::2. */
  static Link link(
      NamespaceName namespace, LinkName name, int mtu, LinkEnd peer, MacAddress other) {
    return Link.of(
        name,
        Names.mac(namespace + "/" + name),
        mtu,
        peer,
        List.of(InterfaceAddress.host(Names.ROUTER)),
        Map.of(Names.OTHER, other));
  }

  private static List<Chain> chains(VpcPipeline vpc) {
    List<Chain> chains = new ArrayList<>(Gates.chains());
    for (GroupPolicy group : vpc.groups()) {
      chains.addAll(GroupChains.chains(group));
    }
    for (PolicyClass policy : vpc.classes()) {
      for (Direction direction : Direction.values()) {
        chains.add(GroupChains.chain(policy, direction));
      }
    }
    return chains;
  }

  private static List<NftSet> sets(VpcPipeline vpc, List<NftSet> ports) {
    List<NftSet> sets = new ArrayList<>(ports);
    vpc.references().forEach((id, _) -> sets.addAll(GroupChains.sets(id, carriers(vpc, id))));
    return sets;
  }

  /** The plugged ports that carry a group. */
  private static List<Port> carriers(VpcPipeline vpc, SecurityGroupId group) {
    List<Port> carriers = new ArrayList<>();
    vpc.carriers()
        .forEach((policy, ports) -> {
          if (policy.groups().contains(group)) {
            ports.values().map(vpc.ports()::require).forEach(carriers::add);
          }
        });
    return carriers.stream().filter(p -> p.plug().isPresent()).toList();
  }
}
