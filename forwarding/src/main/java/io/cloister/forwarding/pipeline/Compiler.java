package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compiles a network from what an earlier version of it was compiled to. */
final class Compiler {
  private final Pipeline old;
  private final Network before;
  private final Network after;
  private Table<VpcId, VpcPipeline> vpcs;
  private Table<InternetGatewayId, GatewayStage> gateways;

  Compiler(Pipeline old, Network before, Network after) {
    this.old = old;
    this.before = before;
    this.after = after;
    vpcs = old.vpcs();
    gateways = old.gateways();
  }

  Pipeline run() {
    Map<VpcId, Dirt> dirt = Search.between(before, after);
    Map<InternetGatewayId, GatewayStage> attached = new TreeMap<>();
    for (Dirt of : dirt.values()) {
      vpc(of, attached);
    }
    // A gateway may have moved from one VPC to another: what it lost goes first.
    attached.forEach((id, stage) -> gateways = Keep.put(gateways, id, Optional.of(stage)));
    return Keep.same(gateways, old.gateways()) && Keep.same(vpcs, old.vpcs())
        ? old
        : new Pipeline(vpcs, gateways, internet());
  }

  private void vpc(Dirt dirt, Map<InternetGatewayId, GatewayStage> attached) {
    Optional<VpcPipeline> was = old.vpcs().get(dirt.vpc);
    VpcCompiler compiler =
        new VpcCompiler(was.orElseGet(() -> VpcPipeline.empty(dirt.vpc)), dirt, after);
    VpcPipeline now = compiler.run();
    vpcs = Keep.put(vpcs, dirt.vpc, now.ports().isEmpty() ? Optional.empty() : Optional.of(now));
    Optional<InternetGatewayId> lost = was.flatMap(VpcPipeline::edge).map(Edge::gateway);
    Optional<InternetGatewayId> has = now.edge().map(Edge::gateway);
    if (lost.isPresent() && lost.equals(has)) {
      GatewayStage stage = old.gateways().require(lost.get());
      attached.put(lost.get(), GatewayCompiler.next(stage, now, compiler.changed()));
      return;
    }
    lost.ifPresent(id -> gateways = gateways.without(id));
    has.ifPresent(id -> attached.put(id, GatewayCompiler.of(id, now)));
  }

  private Internet internet() {
    Routes routes = new Routes();
    Dirt.differences(
        old.gateways(), gateways, (_, was, now) -> was.ifPresent(w -> routes.remove(w, now)));
    Dirt.differences(
        old.gateways(), gateways, (_, was, now) -> now.ifPresent(n -> routes.add(was, n)));
    return Keep.same(routes.table, old.internet().routes())
        ? old.internet()
        : new Internet(routes.table, old.internet().hosts());
  }

  private final class Routes {
    private Table<Prefix, InternetGatewayId> table = old.internet().routes();

    void remove(GatewayStage was, Optional<GatewayStage> now) {
      Dirt.differences(
          was.byPublic(),
          byPublic(now),
          (address, _, stays) -> {
            if (stays.isEmpty()) {
              table = table.without(Prefix.host(address));
            }
          });
      List<Prefix> stay = now.map(GatewayStage::ipv6Blocks).orElse(List.of());
      was.ipv6Blocks().stream()
          .filter(block -> !stay.contains(block))
          .forEach(block -> table = table.without(block));
    }

    void add(Optional<GatewayStage> was, GatewayStage now) {
      Dirt.differences(
          byPublic(was),
          now.byPublic(),
          (address, _, mapping) ->
              mapping.ifPresent(
                  _ -> table = Keep.put(table, Prefix.host(address), Optional.of(now.id()))));
      now.ipv6Blocks().forEach(block -> table = Keep.put(table, block, Optional.of(now.id())));
    }

    private static Table<IpAddress, GatewayStage.Mapping> byPublic(Optional<GatewayStage> stage) {
      return stage.map(GatewayStage::byPublic).orElse(Table.empty());
    }
  }
}
