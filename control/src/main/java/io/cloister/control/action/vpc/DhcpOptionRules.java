package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.vpc.DhcpOptions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which DHCP options there are (EC2 API reference, CreateDhcpOptions). */
final class DhcpOptionRules {
  private static final int SERVERS = 4;
  private static final int NTP_SERVERS = 8;
  private static final long SHORTEST_LEASE = 140;
  private static final long LONGEST_LEASE = 2_147_483_647L;

  private DhcpOptionRules() {}

  /**
   * An option as it is kept.
   *
   * @throws AwsException {@code InvalidParameterValue} for keys that AWS doesn't have and values
   *     that don't fit the key
   */
  static DhcpOptions.Option check(@Nullable String key, List<String> values) {
    String name = String.valueOf(key);
    // The CLI's shorthand gives several servers as one value with commas.
    List<String> all =
        name.endsWith("-servers")
            ? values.stream().flatMap(v -> Stream.of(v.split(",", -1))).map(String::trim).toList()
            : values;
    if (all.isEmpty() || all.stream().anyMatch(String::isEmpty)) {
      throw invalid(name, "", "give it a value");
    }
    switch (name) {
      case "domain-name" -> most(name, all, 1);
      case "domain-name-servers" -> {
        if (!all.equals(List.of("AmazonProvidedDNS"))) {
          servers(name, all, SERVERS, true);
        }
      }
      case "ntp-servers" -> servers(name, all, NTP_SERVERS, true);
      case "netbios-name-servers" -> servers(name, all, SERVERS, false);
      case "netbios-node-type" -> {
        most(name, all, 1);
        if (!List.of("1", "2", "4", "8").contains(all.getFirst())) {
          throw invalid(name, all.getFirst(), "it is 1, 2, 4 or 8");
        }
      }
      case "ipv6-address-preferred-lease-time" -> {
        most(name, all, 1);
        lease(name, all.getFirst());
      }
      default ->
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter name is invalid. Unknown DHCP option".formatted(name));
    }
    return new DhcpOptions.Option(name, all);
  }

  private static void servers(String name, List<String> values, int most, boolean ipv6) {
    most(name, values, most);
    for (String value : values) {
      if (IpAddress.parse(value).filter(a -> ipv6 || a.family() == Family.IPV4).isEmpty()) {
        throw invalid(name, value, "it must be an IP address");
      }
    }
  }

  private static void most(String name, List<String> values, int most) {
    if (values.size() > most) {
      throw invalid(name, String.join(",", values), "it takes %d at most".formatted(most));
    }
  }

  private static void lease(String name, String value) {
    String why = "it must be seconds from %d to %d".formatted(SHORTEST_LEASE, LONGEST_LEASE);
    if (value.length() > 10 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw invalid(name, value, why);
    }
    long seconds = Long.parseLong(value);
    if (seconds < SHORTEST_LEASE || seconds > LONGEST_LEASE) {
      throw invalid(name, value, why);
    }
  }

  private static AwsException invalid(String name, String value, String why) {
    return new AwsException(
        "InvalidParameterValue",
        "Value (%s) for parameter value is invalid. Invalid DHCP option value for %s: %s"
            .formatted(value, name, why));
  }
}
