package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.linux.netlink.Addresses;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Reads one route or rule in our words, if they can say it. */
final class RouteReader {
  private static final int LOCAL = 255;
  private static final int CLONED = 0x200;
  private static final int MULTIPATH = 9;
  private static final Set<Integer> RULE_ATTRIBUTES =
      Set.of(
          Rt.FRA_PRIORITY,
          Rt.FRA_FWMARK,
          Rt.FRA_FWMASK,
          Rt.FRA_TABLE,
          Rt.FRA_PROTOCOL,
          Rt.FRA_SUPPRESS_PREFIXLEN);

  private RouteReader() {}

  /** Whether the kernel made a route by itself: for its own addresses, or as a copy. */
  static boolean isBuiltIn(Answer answer) {
    Attributes attributes = answer.attributes(12);
    return attributes.u32(Rt.RTA_TABLE) == LOCAL
        || answer.u8(5) == Rt.PROTOCOL_KERNEL
        || (answer.u32(8) & CLONED) != 0;
  }

  static Optional<Route> route(Answer answer, IntFunction<Optional<LinkName>> links) {
    Attributes attributes = answer.attributes(12);
    Optional<Family> family = Rt.family(answer.u8(0));
    if (family.isEmpty()
        || answer.u8(5) != Rt.PROTOCOL
        || attributes.has(MULTIPATH)
        || attributes.u32(Rt.RTA_PRIORITY) != metric(family.get())) {
      return Optional.empty();
    }
    byte[] bytes =
        attributes.has(Rt.RTA_DST)
            ? attributes.bytes(Rt.RTA_DST)
            : new byte[family.get().bits() / 8];
    int length = answer.u8(1);
    return Addresses.read(bytes)
        .flatMap(address ->
            target(answer, attributes, links)
                .map(to ->
                    new Route(attributes.u32(Rt.RTA_TABLE), new Prefix(address, length), to)));
  }

  private static int metric(Family family) {
    return family == Family.IPV6 ? Rt.IPV6_METRIC : 0;
  }

  private static Optional<Route.Target> target(
      Answer answer, Attributes attributes, IntFunction<Optional<LinkName>> links) {
    return switch (answer.u8(7)) {
      case Rt.BLACKHOLE -> Optional.of(new Route.Blackhole());
      case Rt.UNICAST ->
          links
              .apply(attributes.u32(Rt.RTA_OIF))
              .map(link ->
                  new Route.Via(
                      link,
                      gateway(attributes),
                      Addresses.read(attributes.bytes(Rt.RTA_PREFSRC)),
                      Optional.of(attributes.nested(Rt.RTA_METRICS).u32(Rt.RTAX_MTU))
                          .filter(mtu -> mtu != 0)));
      default -> Optional.empty();
    };
  }

  private static Optional<IpAddress> gateway(Attributes attributes) {
    if (attributes.has(Rt.RTA_VIA)) {
      byte[] via = attributes.bytes(Rt.RTA_VIA);
      return Addresses.read(Arrays.copyOfRange(via, 2, via.length));
    }
    return Addresses.read(attributes.bytes(Rt.RTA_GATEWAY));
  }

  static Optional<PolicyRule> rule(Answer answer) {
    Attributes attributes = answer.attributes(12);
    Optional<Family> family = Rt.family(answer.u8(0));
    boolean plain =
        answer.u8(1) == 0
            && answer.u8(2) == 0
            && answer.u8(3) == 0
            && answer.u8(7) == Rt.TO_TABLE
            && RULE_ATTRIBUTES.containsAll(attributes.types())
            && attributes.u32(Rt.FRA_SUPPRESS_PREFIXLEN) == -1
            && (answer.u32(8) & 2) == 0;
    if (family.isEmpty() || !plain) {
      return Optional.empty();
    }
    int mask = attributes.has(Rt.FRA_FWMASK) ? attributes.u32(Rt.FRA_FWMASK) : 0;
    int mark = attributes.u32(Rt.FRA_FWMARK);
    if ((mark & ~mask) != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyRule(
            attributes.u32(Rt.FRA_PRIORITY),
            family.get(),
            mark,
            mask,
            attributes.u32(Rt.FRA_TABLE)));
  }
}
