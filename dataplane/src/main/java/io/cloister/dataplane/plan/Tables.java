package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.forwarding.pipeline.Edge;
import io.cloister.forwarding.pipeline.ForwardingTable;
import io.cloister.forwarding.pipeline.Hop;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.SubnetStage;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
 * <p>A route table has one kernel table for all its subnets, so the number of rules, which the
 * kernel tries one by one, is that of the route tables.
 */
final class Tables {
  /** The table of every port's addresses. */
  static final int HOSTS = 100;

  /** The table that leads nowhere. */
  private static final int NOWHERE = 101;

  /** The number in the mark of what came in by a gateway, and of its table where it has one. */
  static final int EDGE = 102;

  private final VpcPipeline vpc;
  private final Map<SubnetId, Integer> numbers = new HashMap<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<PolicyRule> rules = new ArrayList<>();

  Tables(VpcPipeline vpc) {
    this.vpc = vpc;
    hosts();
    nowhere();
    Map<Integer, String> taken = new HashMap<>();
    Set<Integer> made = new HashSet<>();
    vpc.edge().flatMap(Edge::table).ifPresent(this::edge);
    for (SubnetStage subnet : vpc.subnets()) {
      ForwardingTable table = vpc.tableOf(subnet);
      boolean special = table.entries().values().anyMatch(this::insideButNotLocal);
      String key = special ? subnet.id() + " " + table.id() : table.id().value();
      int number = Names.number(key);
      String other = taken.putIfAbsent(number, key);
      if (other != null && !other.equals(key)) {
        throw new IllegalStateException(
            "%s: the tables of %s and %s share a number: make one of them anew"
                .formatted(vpc.id(), other, key));
      }
      numbers.put(subnet.id(), number);
      if (made.add(number)) {
        table(table, number);
        if (special) {
          special(subnet, table, number + 0x100_0000);
          rule(50, Marks.table(number), number + 0x100_0000);
        }
        rule(150, Marks.table(number), number);
      }
    }
  }

  /** The number in the mark of packets that came from a subnet. */
  int number(SubnetId subnet) {
    return Objects.requireNonNull(numbers.get(subnet));
  }

  List<Route> routes() {
    return routes;
  }

  List<PolicyRule> rules() {
    return rules;
  }

  private void hosts() {
    for (Port port : vpc.ports()) {
      if (port.plug().isPresent()) {
        port.addresses().forEach(a -> routes.add(host(HOSTS, a, port)));
      }
    }
    rule(100, HOSTS);
  }

  private static Route host(int table, IpAddress address, Port port) {
    return Route.via(table, Prefix.host(address), Names.OTHER, Names.link(port.id()));
  }

  private void nowhere() {
    for (Family family : Family.values()) {
      routes.add(Nowhere.route(NOWHERE, family.everything()));
    }
    rule(200, NOWHERE);
  }

  private void rule(int priority, int table) {
    for (Family family : Family.values()) {
      rules.add(new PolicyRule(priority, family, 0, 0, table));
    }
  }

  private void rule(int priority, int mark, int table) {
    for (Family family : Family.values()) {
      rules.add(new PolicyRule(priority, family, mark, Marks.TABLE_MASK, table));
    }
  }

  /** What comes in by the gateway and has a gateway route table: its routes win over the hosts. */
  private void edge(RouteTableId id) {
    for (ForwardingTable.Entry entry : vpc.tables().require(id).entries()) {
      if (insideButNotLocal(entry)) {
        routes.add(route(EDGE, entry));
      }
    }
    rule(50, Marks.table(EDGE), EDGE);
  }

  private void table(ForwardingTable table, int number) {
    for (ForwardingTable.Entry entry : table.entries()) {
      routes.add(route(number, entry));
    }
  }

  private Route route(int number, ForwardingTable.Entry entry) {
    return switch (entry.hop()) {
      // Whoever is there was found before.
      case Hop.Local _, Hop.Blackhole _ -> Nowhere.route(number, entry.destination());
      case Hop.ToInternetGateway _ ->
          Route.via(number, entry.destination(), Names.OTHER, Names.GATEWAY);
      case Hop.ToInterface(NetworkInterfaceId id) ->
          Route.via(number, entry.destination(), Names.OTHER, Names.link(id));
    };
  }

  private boolean insideButNotLocal(ForwardingTable.Entry entry) {
    return !(entry.hop() instanceof Hop.Local)
        && vpc.cidrs().stream().anyMatch(c -> c.contains(entry.destination()));
  }

  private void special(SubnetStage subnet, ForwardingTable table, int number) {
    for (Prefix own : subnet.cidrs()) {
      routes.add(Nowhere.route(number, own));
    }
    for (Port port : vpc.ports()) {
      if (port.plug().isPresent() && port.subnet().equals(subnet.id())) {
        port.addresses().forEach(a -> routes.add(host(number, a, port)));
      }
    }
    for (ForwardingTable.Entry entry : table.entries()) {
      if (insideButNotLocal(entry) && !subnet.cidrs().contains(entry.destination())) {
        routes.add(route(number, entry));
      }
    }
  }
}
