package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.forwarding.pipeline.GatewayStage;
import io.cloister.forwarding.pipeline.InternetHost;
import io.cloister.forwarding.pipeline.Pipeline;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.ip.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The simulated internet: a router that knows every public address, and hosts. */
final class InternetPlan {
  private static final IpAddress HOST_ROUTER = IpAddress.of("203.0.113.1");

  /** What the internet's router calls itself in ICMPv6 errors. */
  private static final IpAddress HOST_ROUTER_IPV6 = IpAddress.of("2001:db8:ffff::1");

  private InternetPlan() {}

  /** The internet without a gateway. */
  static Namespace first(List<InternetHost> hosts) {
    List<Link> links = new ArrayList<>(Nowhere.links(Names.NET));
    List<Route> routes = new ArrayList<>();
    for (InternetHost host : hosts) {
      LinkName link = new LinkName(host.name());
      LinkEnd end = new LinkEnd(Names.host(host), Names.UPLINK);
      links.add(RouterPlan.link(Names.NET, link, GatewayStage.MTU, end, host.mac()));
      host.addresses()
          .forEach(a -> routes.add(Route.via(Route.MAIN, Prefix.host(a), Names.OTHER, link)));
    }
    for (Family family : Family.values()) {
      routes.add(Nowhere.route(Route.MAIN, family.everything()));
    }
    Namespace plain =
        Namespace.of(
            Names.NET,
            Settings.plain(),
            links,
            routes,
            List.of(),
            Optional.of(NftTable.of(List.of(Nowhere.only()), List.of(), List.of())));
    return new Namespace(
        Names.NET,
        Names.NET,
        plain.sysctls(),
        plain.links(),
        new TreeSet<>(
            List.of(InterfaceAddress.host(HOST_ROUTER), InterfaceAddress.host(HOST_ROUTER_IPV6))),
        plain.routes(),
        plain.rules(),
        plain.nft());
  }

  /** The internet's next version. */
  static Namespace next(Namespace namespace, Pipeline before, Pipeline now) {
    Draft draft = new Draft(namespace);
    Sink gone = draft.removing();
    Sink made = draft.adding();
    before
        .gateways()
        .eachDifference(
            now.gateways(),
            (id, was, is) -> {
              if (was.isEmpty() || is.isEmpty()) {
                gateway(id, is.isEmpty() ? gone : made);
              }
            });
    var routes = before.internet().routes();
    routes.eachDifference(
        now.internet().routes(), (to, was, _) -> was.ifPresent(id -> gone.route(route(to, id))));
    routes.eachDifference(
        now.internet().routes(), (to, _, is) -> is.ifPresent(id -> made.route(route(to, id))));
    return draft.done();
  }

  private static void gateway(InternetGatewayId id, Sink sink) {
    LinkEnd end = new LinkEnd(Names.gateway(id), Names.UPLINK);
    sink.link(
        RouterPlan.link(
            Names.NET, Names.uplink(id), GatewayStage.MTU, end, Names.mac(end.toString())));
  }

  private static Route route(Prefix to, InternetGatewayId gateway) {
    return Route.via(Route.MAIN, to, Names.OTHER, Names.uplink(gateway));
  }

  static Namespace host(InternetHost host) {
    LinkEnd router = new LinkEnd(Names.NET, new LinkName(host.name()));
    MacAddress mac = Names.mac(router.toString());
    List<Route> routes = new ArrayList<>();
    for (IpAddress address : host.addresses()) {
      IpAddress gateway = address.family() == Family.IPV4 ? HOST_ROUTER : Names.ROUTER;
      routes.add(
          new Route(
              Route.MAIN,
              address.family().everything(),
              new Route.Via(
                  Names.UPLINK, Optional.of(gateway), Optional.of(address), Optional.empty())));
    }
    return Namespace.of(
            Names.host(host),
            Settings.host(false),
            List.of(
                Link.of(
                    Names.UPLINK,
                    host.mac(),
                    GatewayStage.MTU,
                    router,
                    host.addresses().stream().map(InterfaceAddress::host).toList(),
                    Map.of(HOST_ROUTER, mac, Names.ROUTER, mac))),
            routes,
            List.of(),
            Optional.empty())
        .ledBy(Names.NET);
  }
}
