package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.vpc.TrafficMatch;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Protocol and ports of a rule as the API writes them: two numbers that are ports, or an ICMP type
 * and code, or nothing (EC2 API reference, {@code IpPermission}).
 */
final class Traffic {
  private static final int PORTS = 65535;
  private static final int OCTET = 255;

  private Traffic() {}

  /** What a protocol and two numbers stand for. */
  static TrafficMatch of(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
    IpProtocol number = protocol(protocol);
    if (number.equals(IpProtocol.ALL)) {
      return new TrafficMatch.Everything();
    }
    if (number.hasPorts()) {
      if (from == null || to == null) {
        throw bad(
            "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
      }
      port(from);
      port(to);
      if (from > to) {
        throw bad("Invalid TCP/UDP port range (%d:%d)".formatted(from, to));
      }
      return new TrafficMatch.Ports(number, new PortRange(from, to));
    }
    if (number.isIcmp()) {
      if (number.equals(IpProtocol.ICMP) && (from == null || to == null)) {
        throw bad("Invalid value 'Must specify both from and to ports with ICMP.' for portRange.");
      }
      int type = from == null ? -1 : from;
      int code = to == null ? -1 : to;
      if (type < -1 || type > OCTET) {
        throw bad("ICMP type (%d) out of range".formatted(type));
      }
      if (code < -1 || code > OCTET) {
        throw bad("ICMP code (%d) out of range".formatted(code));
      }
      if (type == -1 && code != -1) {
        throw bad(
            "ICMP code (%d) needs a type: with type -1 (all types) the code must be -1"
                .formatted(code));
      }
      return new TrafficMatch.Icmp(number, type, code);
    }
    return new TrafficMatch.Other(number);
  }

  /** The first of the two numbers, when the match has some. */
  static Optional<Integer> from(TrafficMatch match) {
    return switch (match) {
      case TrafficMatch.Ports p -> Optional.of(p.ports().from());
      case TrafficMatch.Icmp i -> Optional.of(i.type());
      case TrafficMatch.Everything _, TrafficMatch.Other _ -> Optional.empty();
    };
  }

  /** The second of the two numbers, when the match has some. */
  static Optional<Integer> to(TrafficMatch match) {
    return switch (match) {
      case TrafficMatch.Ports p -> Optional.of(p.ports().to());
      case TrafficMatch.Icmp i -> Optional.of(i.code());
      case TrafficMatch.Everything _, TrafficMatch.Other _ -> Optional.empty();
    };
  }

  /** As messages write it: {@code TCP, from port: 80, to port: 80}. */
  static String text(TrafficMatch match) {
    String name = match.protocol().toString().toUpperCase(Locale.ROOT);
    return switch (match) {
      case TrafficMatch.Everything _ -> "ALL";
      case TrafficMatch.Ports p ->
          "%s, from port: %d, to port: %d".formatted(name, p.ports().from(), p.ports().to());
      case TrafficMatch.Icmp i -> "%s, type: %d, code: %d".formatted(name, i.type(), i.code());
      case TrafficMatch.Other _ -> name;
    };
  }

  private static IpProtocol protocol(@Nullable String text) {
    if (text == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter ipProtocol");
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "tcp" -> IpProtocol.TCP;
      case "udp" -> IpProtocol.UDP;
      case "icmp" -> IpProtocol.ICMP;
      case "icmpv6" -> IpProtocol.ICMPV6;
      case "-1" -> IpProtocol.ALL;
      default -> {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= OCTET) {
          yield new IpProtocol(Integer.parseInt(text));
        }
        throw bad("Invalid value '%s' for IP protocol. Unknown protocol.".formatted(text));
      }
    };
  }

  private static void port(int port) {
    if (port < 0 || port > PORTS) {
      throw bad("TCP/UDP port (%d) out of range".formatted(port));
    }
  }

  private static AwsException bad(String message) {
    return new AwsException("InvalidParameterValue", message);
  }
}
