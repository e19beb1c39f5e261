package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.forwarding.pipeline.ForwardingTable;
import io.cloister.forwarding.pipeline.Hop;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.SubnetStage;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import java.util.Optional;

/**
 * The routing tables of a VPC's router. Looked up in this order:
 *
 * <ol>
 *   <li>{@code 50}: the table of a subnet some of whose routes are for addresses of the VPC and
 *       lead elsewhere. It has the subnet's own addresses too, since those skip the route table
 *   <li>{@code 100}: one table for all, with every address that a port has
 *   <li>{@code 150}: the route table of the subnet that the packet came from, chosen by the
 *       packet's mark; addresses of the VPC that no port has end there
 *   <li>{@code 200}: nowhere, see {@link Nowhere}. Without that the kernel would answer
 *       "unreachable", where AWS is silent
 * </ol>
 *
 * <p>The number of rules, which the kernel tries one by one, is that of the route tables, see
 * {@link Numbers}.
 */
final class TablePieces {
  /** The table of every port's addresses. */
  private static final int HOSTS = 100;

  /** The table that leads nowhere. */
  private static final int NOWHERE = 101;

  /** The number in the mark of what came in by a gateway, and of its table where it has one. */
  static final int EDGE = 102;

  /** Added to a table's number for the routes that win over the ports' addresses. */
  private static final int SPECIAL = 0x100_0000;

  private TablePieces() {}

  /** What every router has. */
  static void always(Sink sink) {
    for (Family family : Family.values()) {
      sink.rule(new PolicyRule(100, family, 0, 0, HOSTS));
      sink.rule(new PolicyRule(200, family, 0, 0, NOWHERE));
      sink.route(Nowhere.route(NOWHERE, family.everything()));
    }
  }

  /** The addresses of a plugged port. */
  static void port(Port port, Numbers numbers, Sink sink) {
    Numbers.Unit unit = numbers.subnets().require(port.subnet());
    port.addresses()
        .forEach(address -> {
          sink.route(host(HOSTS, Prefix.host(address), port));
          if (unit.special().isPresent()) {
            sink.route(host(unit.number() + SPECIAL, Prefix.host(address), port));
          }
        });
  }

  private static Route host(int table, Prefix address, Port port) {
    return Route.via(table, address, Names.OTHER, Names.link(port.id()));
  }

  /** A kernel table without its routes. */
  static void unit(Numbers.Unit unit, Sink sink) {
    int number = unit.number();
    rule(150, number, number, sink);
    unit.special()
        .ifPresent(subnet -> {
          rule(50, number, number + SPECIAL, sink);
          subnet.cidrs().forEach(own -> sink.route(Nowhere.route(number + SPECIAL, own)));
        });
  }

  private static void rule(int priority, int mark, int table, Sink sink) {
    for (Family family : Family.values()) {
      sink.rule(new PolicyRule(priority, family, Marks.table(mark), Marks.TABLE_MASK, table));
    }
  }

  /** A route of a kernel table. */
  static void entry(VpcPipeline vpc, Numbers.Unit unit, ForwardingTable.Entry entry, Sink sink) {
    sink.route(route(unit.number(), entry));
    Optional<SubnetStage> special = unit.special();
    if (special.isPresent()
        && Numbers.isInsideButNotLocal(vpc, entry)
        && special.get().cidrs().stream().noneMatch(own -> own.contains(entry.destination()))) {
      sink.route(route(unit.number() + SPECIAL, entry));
    }
  }

  /** What comes in by the gateway and has a gateway route table: its routes win over the hosts. */
  static void edge(VpcPipeline vpc, ForwardingTable table, Sink sink) {
    for (ForwardingTable.Entry entry : table.entries()) {
      if (Numbers.isInsideButNotLocal(vpc, entry)) {
        sink.route(route(EDGE, entry));
      }
    }
    rule(50, EDGE, EDGE, sink);
  }

  private static Route route(int number, ForwardingTable.Entry entry) {
    return switch (entry.hop()) {
      // Whoever is there was found before.
      case Hop.Local _, Hop.Blackhole _ -> Nowhere.route(number, entry.destination());
      case Hop.ToInternetGateway _ ->
          Route.via(number, entry.destination(), Names.OTHER, Names.GATEWAY);
      case Hop.ToInterface(NetworkInterfaceId id) ->
          Route.via(number, entry.destination(), Names.OTHER, Names.link(id));
    };
  }
}
