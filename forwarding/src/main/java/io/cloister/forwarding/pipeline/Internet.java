package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The simulated internet: hosts with public addresses, and the way to everything public that is
 * behind an internet gateway. What leads nowhere is dropped without a word.
 *
 * @param routes public IPv4 addresses one by one, and the IPv6 blocks of VPCs
 */
public record Internet(Table<Prefix, InternetGatewayId> routes, List<InternetHost> hosts) {
  /** The internet with its one default host and no gateway. */
  public static final Internet EMPTY = new Internet(Table.empty(), List.of(InternetHost.DEFAULT));

  /** Addresses that hosts of the internet may have. */
  public static final List<Prefix> HOSTS =
      List.of(Prefix.of("203.0.113.0/24"), Prefix.of("2001:db8:ffff::/48"));

  /** Copies the hosts. */
  public Internet {
    hosts = List.copyOf(hosts);
  }

  /** The host with an address. */
  public Optional<InternetHost> host(IpAddress address) {
    return hosts.stream().filter(host -> host.addresses().contains(address)).findFirst();
  }

  /** The gateway that an address lies behind. */
  public Optional<InternetGatewayId> gateway(IpAddress address) {
    for (int length = address.family().bits(); length > 0; length--) {
      Optional<InternetGatewayId> gateway = routes.get(new Prefix(address, length));
      if (gateway.isPresent()) {
        return gateway;
      }
    }
    return Optional.empty();
  }
}
