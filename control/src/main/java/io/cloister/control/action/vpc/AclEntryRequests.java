package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.support.Cidrs;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.TrafficMatch;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IcmpTypeCode;
import software.amazon.awssdk.services.ec2.model.PortRange;

/**
 * Reads a network ACL's rule. Source: the API reference's {@code CreateNetworkAclEntry}, and
 * "Custom network ACLs" of the VPC user guide.
 */
final class AclEntryRequests {
  private static final int MOST = 32_766;

  private AclEntryRequests() {}

  /** The members of a request. */
  record Wish(
      @Nullable Integer number,
      @Nullable String protocol,
      @Nullable String action,
      @Nullable Boolean egress,
      @Nullable String ipv4,
      @Nullable String ipv6,
      @Nullable PortRange ports,
      @Nullable IcmpTypeCode icmp) {}

  /**
   * A rule.
   *
   * @throws AwsException {@code MissingParameter}, {@code InvalidParameterValue}, {@code
   *     InvalidParameterCombination}
   */
  static NetworkAcl.Entry read(Wish wish) {
    if (wish.protocol() == null) {
      throw missing("protocol");
    }
    if (wish.action() == null) {
      throw missing("ruleAction");
    }
    if (!wish.action().equals("allow") && !wish.action().equals("deny")) {
      throw invalid("ruleAction", wish.action(), "it must be allow or deny");
    }
    return new NetworkAcl.Entry(
        direction(wish.egress()),
        number(wish.number()),
        wish.action().equals("allow"),
        match(protocol(wish.protocol()), wish),
        block(wish.ipv4(), wish.ipv6()));
  }

  static Direction direction(@Nullable Boolean egress) {
    if (egress == null) {
      throw missing("egress");
    }
    return egress ? Direction.EGRESS : Direction.INGRESS;
  }

  static int number(@Nullable Integer number) {
    if (number == null) {
      throw missing("ruleNumber");
    }
    if (number < 1 || number > MOST) {
      throw invalid("ruleNumber", number.toString(), "it must be 1 to " + MOST);
    }
    return number;
  }

  private static IpProtocol protocol(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-1", "all" -> IpProtocol.ALL;
      case "tcp" -> IpProtocol.TCP;
      case "udp" -> IpProtocol.UDP;
      case "icmp" -> IpProtocol.ICMP;
      case "icmpv6" -> IpProtocol.ICMPV6;
      default -> {
        int number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 256;
        if (number > 255) {
          throw invalid("protocol", text, "it must be a number of 0 to 255, or -1 for all");
        }
        yield new IpProtocol(number);
      }
    };
  }

  private static TrafficMatch match(IpProtocol protocol, Wish wish) {
    if (protocol.equals(IpProtocol.ALL)) {
      return new TrafficMatch.Everything();
    }
    if (protocol.hasPorts()) {
      return new TrafficMatch.Ports(protocol, ports(wish.ports()));
    }
    if (protocol.isIcmp()) {
      IcmpTypeCode icmp = wish.icmp();
      if (icmp == null || icmp.type() == null) {
        throw missing("icmpTypeCode.type");
      }
      int code = icmp.code() == null ? -1 : icmp.code();
      return new TrafficMatch.Icmp(
          protocol, octet("icmpTypeCode.type", icmp.type()), octet("icmpTypeCode.code", code));
    }
    return new TrafficMatch.Other(protocol);
  }

  private static int octet(String name, int value) {
    if (value < -1 || value > 255) {
      throw invalid(name, Integer.toString(value), "it must be 0 to 255, or -1 for all");
    }
    return value;
  }

  private static io.cloister.model.ip.PortRange ports(@Nullable PortRange given) {
    if (given == null || given.from() == null || given.to() == null) {
      throw missing("portRange");
    }
    if (given.from() < 0 || given.to() > 65_535 || given.from() > given.to()) {
      throw invalid(
          "portRange",
          given.from() + "-" + given.to(),
          "both ends must be 0 to 65535, the first not above the last");
    }
    return new io.cloister.model.ip.PortRange(given.from(), given.to());
  }

  private static Prefix block(@Nullable String ipv4, @Nullable String ipv6) {
    if (ipv4 != null && ipv6 != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters cidrBlock and ipv6CidrBlock cannot be used together");
    }
    if (ipv4 == null && ipv6 == null) {
      throw missing("cidrBlock");
    }
    return ipv4 != null
        ? Cidrs.parse("cidrBlock", Family.IPV4, ipv4)
        : Cidrs.parse("ipv6CidrBlock", Family.IPV6, String.valueOf(ipv6));
  }

  private static AwsException missing(String name) {
    return new AwsException("MissingParameter", "The request must contain the parameter " + name);
  }

  private static AwsException invalid(String name, String value, String why) {
    return new AwsException(
        "InvalidParameterValue",
        "Value (%s) for parameter %s is invalid. %s".formatted(value, name, why));
  }
}
