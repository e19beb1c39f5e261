package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import java.util.List;

/** Compiles the stage of an internet gateway from its VPC's ports. */
final class GatewayCompiler {
  private Table<IpAddress, GatewayStage.Mapping> byPrivate = Table.empty();
  private Table<IpAddress, GatewayStage.Mapping> byPublic = Table.empty();
  private Table<IpAddress, NetworkInterfaceId> ipv6 = Table.empty();

  private GatewayCompiler() {}

  /** The stage made of all ports. */
  static GatewayStage of(InternetGatewayId id, VpcPipeline vpc) {
    GatewayCompiler compiler = new GatewayCompiler();
    vpc.ports().forEach((_, port) -> compiler.add(port));
    return compiler.stage(id, vpc);
  }

  /** The stage that an earlier one becomes, when these ports of its VPC have changed. */
  static GatewayStage next(
      GatewayStage before, VpcPipeline vpc, List<VpcCompiler.Changed> changed) {
    GatewayCompiler compiler = new GatewayCompiler();
    compiler.byPrivate = before.byPrivate();
    compiler.byPublic = before.byPublic();
    compiler.ipv6 = before.ipv6();
    // An address may go from one port to another: all that is lost goes first.
    changed.forEach(change -> change.before().ifPresent(compiler::remove));
    changed.forEach(change -> change.after().ifPresent(compiler::add));
    GatewayStage after = compiler.stage(before.id(), vpc);
    return after.equals(before) ? before : after;
  }

  private GatewayStage stage(InternetGatewayId id, VpcPipeline vpc) {
    List<Prefix> blocks = vpc.cidrs().stream().filter(c -> c.family() == Family.IPV6).toList();
    return new GatewayStage(id, vpc.id(), byPrivate, byPublic, ipv6, blocks);
  }

  private void add(Port port) {
    for (Port.PrivateAddress own : port.ipv4()) {
      own.publicAddress()
          .ifPresent(address -> {
            var mapping = new GatewayStage.Mapping(own.address(), address, port.id());
            byPrivate = byPrivate.with(own.address(), mapping);
            byPublic = byPublic.with(address, mapping);
          });
    }
    port.ipv6().forEach(address -> ipv6 = ipv6.with(address, port.id()));
  }

  private void remove(Port port) {
    for (Port.PrivateAddress own : port.ipv4()) {
      byPrivate = byPrivate.without(own.address());
      own.publicAddress().ifPresent(address -> byPublic = byPublic.without(address));
    }
    port.ipv6().forEach(address -> ipv6 = ipv6.without(address));
  }
}
