package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.Foreign;
import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import java.util.HexFormat;

/** Says changes of addresses, routes and rules. */
final class RouteWriter {
  private final Request request;
  private final LinkIndex links;

  RouteWriter(Request request, LinkIndex links) {
    this.request = request;
    this.links = links;
  }

  void addAddress(String link, InterfaceAddress address) {
    int index = links.of(link);
    request.begin(
        Rt.NEWADDR,
        Request.CREATE | Request.REPLACE,
        () -> "address " + address + " on link " + link);
    address(index, address);
    request.u32(Rt.IFA_FLAGS, Rt.ADDRESS_FLAGS);
    request.end();
  }

  void deleteAddress(String link, InterfaceAddress address) {
    int index = links.of(link);
    request.begin(
        Rt.DELADDR, 0, () -> "remove address " + address + " on link " + link, Request.GONE);
    address(index, address);
    request.end();
  }

  private void address(int index, InterfaceAddress address) {
    request.raw8(Rt.number(address.address().family())).raw8(address.length());
    request.raw8(0).raw8(Rt.SCOPE_UNIVERSE).raw32(index);
    request.bytes(Rt.IFA_LOCAL, address.address().bytes());
    request.bytes(Rt.IFA_ADDRESS, address.address().bytes());
  }

  void putRoute(Route route) {
    int index = route.target() instanceof Route.Via via ? links.of(via.link().text()) : 0;
    request.begin(Rt.NEWROUTE, Request.CREATE | Request.REPLACE, () -> "route " + route);
    switch (route.target()) {
      case Route.Blackhole _ -> header(route, Rt.SCOPE_UNIVERSE, Rt.BLACKHOLE, 0);
      case Route.Via via -> {
        boolean gateway = via.gateway().isPresent();
        boolean local = !gateway && route.destination().family() == Family.IPV4;
        header(
            route, local ? Rt.SCOPE_LINK : Rt.SCOPE_UNIVERSE, Rt.UNICAST, gateway ? Rt.ONLINK : 0);
        via(route, via, index);
      }
    }
    request.end();
  }

  private void via(Route route, Route.Via via, int index) {
    request.u32(Rt.RTA_OIF, index);
    via.gateway().ifPresent(address -> gateway(route, address));
    via.source().ifPresent(address -> request.bytes(Rt.RTA_PREFSRC, address.bytes()));
    via.mtu()
        .ifPresent(mtu -> {
          int metrics = request.open(Rt.RTA_METRICS);
          request.u32(Rt.RTAX_MTU, mtu);
          request.close(metrics);
        });
  }

  private void gateway(Route route, IpAddress address) {
    if (address.family() == route.destination().family()) {
      request.bytes(Rt.RTA_GATEWAY, address.bytes());
    } else {
      byte[] bytes = address.bytes();
      byte[] via = new byte[bytes.length + 2];
      via[0] = (byte) Rt.number(address.family());
      System.arraycopy(bytes, 0, via, 2, bytes.length);
      request.bytes(Rt.RTA_VIA, via);
    }
  }

  void deleteRoute(Route route) {
    request.begin(Rt.DELROUTE, 0, () -> "remove route " + route, Request.GONE);
    int type = route.target() instanceof Route.Blackhole ? Rt.BLACKHOLE : Rt.UNICAST;
    int anyScope = 255;
    header(route, anyScope, type, 0);
    request.end();
  }

  private void header(Route route, int scope, int type, int flags) {
    Family family = route.destination().family();
    request.raw8(Rt.number(family)).raw8(route.destination().length()).raw8(0).raw8(0);
    request.raw8(0).raw8(Rt.PROTOCOL).raw8(scope).raw8(type).raw32(flags);
    request.bytes(Rt.RTA_DST, route.destination().address().bytes());
    request.u32(Rt.RTA_TABLE, route.table());
    if (family == Family.IPV6) {
      request.u32(Rt.RTA_PRIORITY, Rt.IPV6_METRIC);
    }
  }

  void addRule(PolicyRule rule) {
    request.begin(Rt.NEWRULE, Request.CREATE | Request.EXCL, () -> "rule " + rule);
    rule(rule);
  }

  void deleteRule(PolicyRule rule) {
    request.begin(Rt.DELRULE, 0, () -> "remove rule " + rule, Request.GONE);
    rule(rule);
  }

  private void rule(PolicyRule rule) {
    request.raw8(Rt.number(rule.family())).raw8(0).raw8(0).raw8(0);
    request.raw8(0).raw8(0).raw8(0).raw8(Rt.TO_TABLE).raw32(0);
    request.u32(Rt.FRA_PRIORITY, rule.priority());
    request.u32(Rt.FRA_TABLE, rule.table());
    if (rule.mask() != 0) {
      request.u32(Rt.FRA_FWMARK, rule.mark());
      request.u32(Rt.FRA_FWMASK, rule.mask());
    }
    request.end();
  }

  /** Says back what the kernel said of a thing, which names exactly that thing. */
  void deleteForeign(Foreign foreign) {
    int type =
        switch (foreign.kind()) {
          case ADDRESS -> Rt.DELADDR;
          case NEIGHBOUR -> Rt.DELNEIGH;
          case ROUTE -> Rt.DELROUTE;
          case RULE -> Rt.DELRULE;
        };
    request.begin(type, 0, () -> "remove strange " + foreign, Request.GONE);
    request.raw(HexFormat.of().parseHex(foreign.message()));
    request.end();
  }
}
