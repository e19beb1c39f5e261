package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.vpc.TrafficMatch;
import java.util.Locale;
import java.util.Optional;

/** Protocols and ports as rules write them. */
final class Matches {
  private Matches() {}

  /**
   * What a protocol and two numbers stand for: ports, or the type and code of ICMP.
   *
   * @param from the first port or the type; none for all
   * @param to the last port or the code; none for all
   */
  static TrafficMatch of(Tree tree, String protocol, Optional<Integer> from, Optional<Integer> to)
      throws Unreadable {
    IpProtocol is = protocol(tree, protocol);
    if (is.equals(IpProtocol.ALL)) {
      return new TrafficMatch.Everything();
    }
    try {
      if (is.hasPorts()) {
        int first = from.orElse(-1);
        return new TrafficMatch.Ports(
            is, first < 0 ? PortRange.ALL : new PortRange(first, to.orElse(first)));
      }
      return is.isIcmp()
          ? new TrafficMatch.Icmp(is, from.orElse(-1), to.orElse(-1))
          : new TrafficMatch.Other(is);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(tree.place(), String.valueOf(e.getMessage()));
    }
  }

  private static IpProtocol protocol(Tree tree, String text) throws Unreadable {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-1", "all" -> IpProtocol.ALL;
      case "tcp" -> IpProtocol.TCP;
      case "udp" -> IpProtocol.UDP;
      case "icmp" -> IpProtocol.ICMP;
      case "icmpv6" -> IpProtocol.ICMPV6;
      default -> {
        try {
          yield new IpProtocol(Integer.parseInt(text));
        } catch (IllegalArgumentException e) {
          throw new Unreadable(tree.place(), "not a protocol: " + text);
        }
      }
    };
  }
}
