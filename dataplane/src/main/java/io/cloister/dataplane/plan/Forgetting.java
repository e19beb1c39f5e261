package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.forwarding.pipeline.GatewayStage;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.ip.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers the addresses that changed hands. Their connections end in every namespace that may track
 * them, so that whoever gets the address next inherits nothing.
 */
final class Forgetting {
  private final SortedMap<NamespaceName, SortedSet<IpAddress>> all = new TreeMap<>();

  SortedMap<NamespaceName, SortedSet<IpAddress>> all() {
    return all;
  }

  /** The addresses that a port has no longer, or not while it is unplugged. */
  void ports(VpcPipeline old, VpcPipeline now) {
    old.ports()
        .eachDifference(
            now.ports(),
            (_, was, is) -> {
              if (was.isPresent() && was.get().plug().isPresent()) {
                Optional<Port> still = is.filter(p -> p.plug().equals(was.get().plug()));
                List<IpAddress> kept = still.map(p -> p.addresses().toList()).orElse(List.of());
                was.get()
                    .addresses()
                    .filter(a -> !kept.contains(a))
                    .forEach(a -> address(old, now, a));
              }
            });
  }

  private void address(VpcPipeline old, VpcPipeline now, IpAddress address) {
    forget(Names.router(old.id()), address);
    old.edge()
        .filter(e -> now.edge().filter(n -> n.gateway().equals(e.gateway())).isPresent())
        .ifPresent(e -> forget(Names.gateway(e.gateway()), address));
  }

  /** The addresses whose counterpart at the gateway is another. */
  void mappings(GatewayStage old, GatewayStage now) {
    old.byPrivate()
        .eachDifference(
            now.byPrivate(),
            (_, was, is) ->
                was.filter(mapping -> !is.equals(Optional.of(mapping)))
                    .ifPresent(mapping -> {
                      forget(Names.gateway(old.id()), mapping.privateAddress());
                      forget(Names.gateway(old.id()), mapping.publicAddress());
                    }));
  }

  private void forget(NamespaceName namespace, IpAddress address) {
    all.computeIfAbsent(namespace, _ -> new TreeSet<>()).add(address);
  }
}
