package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Draw;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Ipv6Address;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The private addresses of one decision: what is taken in a subnet, and what the decision itself
 * takes. AWS keeps the first four addresses of a subnet and the last one, of both families (VPC
 * user guide, "Subnet CIDR blocks").
 */
public final class AddressBook {
  private static final int RESERVED_FIRST = 4;

  private final Network network;
  private final Draw draw;
  private final Map<SubnetId, Set<IpAddress>> taken = new HashMap<>();

  /** A book in which nothing has been taken yet but what the network shows. */
  public AddressBook(Network network, Draw draw) {
    this.network = network;
    this.draw = draw;
  }

  /** How many IPv4 addresses are free. */
  public long free(Subnet subnet) {
    return subnet.cidr().size()
        - RESERVED_FIRST
        - 1
        - taken(subnet).stream().filter(a -> a.family() == Family.IPV4).count();
  }

  /**
   * Draws a free IPv4 address and takes it: any, as AWS does, not the lowest.
   *
   * @throws AwsException {@code InsufficientFreeAddressesInSubnet}
   */
  public IpAddress draw(Subnet subnet) {
    long size = subnet.cidr().size() - RESERVED_FIRST - 1;
    Set<IpAddress> used = taken(subnet);
    long start = draw.number(size);
    for (long i = 0; i < size; i++) {
      IpAddress address = subnet.cidr().address().plus(RESERVED_FIRST + (start + i) % size);
      if (used.add(address)) {
        return address;
      }
    }
    throw insufficient(subnet);
  }

  /** The error for a subnet that is full. */
  public static AwsException insufficient(Subnet subnet) {
    return new AwsException(
        "InsufficientFreeAddressesInSubnet",
        "The specified subnet does not have enough free addresses to satisfy the request: %s (%s)"
            .formatted(subnet.id(), subnet.cidr()));
  }

  /** Draws a free IPv6 address of the subnet's first block and takes it. */
  public IpAddress drawIpv6(Subnet subnet) {
    Prefix block = block(subnet);
    Set<IpAddress> used = taken(subnet);
    while (true) {
      long low = draw.number(1L << 32) << 32 | draw.number(1L << 32);
      Ipv6Address address = (Ipv6Address) block.address();
      Ipv6Address candidate = new Ipv6Address(address.high(), address.low() | low);
      if (!reserved(block, candidate) && used.add(candidate)) {
        return candidate;
      }
    }
  }

  /**
   * Takes one address that was asked for.
   *
   * @throws AwsException {@code InvalidParameterValue} when the subnet doesn't have it, {@code
   *     InvalidIPAddress.InUse} when another interface does
   */
  public IpAddress take(Subnet subnet, IpAddress address) {
    Prefix block =
        address.family() == Family.IPV4
            ? subnet.cidr()
            : subnet.ipv6().stream()
                .map(Subnet.Ipv6Block::cidr)
                .filter(b -> b.contains(address))
                .findFirst()
                .orElseGet(() -> block(subnet));
    if (!block.contains(address)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Address %s does not fall within the subnet's address range: %s is %s"
              .formatted(address, subnet.id(), block));
    }
    if (reserved(block, address)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Address %s is in subnet's reserved address range: the first four and the last of %s"
              .formatted(address, block));
    }
    if (!taken(subnet).add(address)) {
      throw inUse(address);
    }
    return address;
  }

  /** The error for an address that another interface has. */
  static AwsException inUse(IpAddress address) {
    return new AwsException("InvalidIPAddress.InUse", "Address %s is in use.".formatted(address));
  }

  /** An address that its interface gives up within this decision. */
  void give(Subnet subnet, IpAddress address) {
    taken(subnet).remove(address);
  }

  private static boolean reserved(Prefix block, IpAddress address) {
    return address.compareTo(block.address().plus(RESERVED_FIRST)) < 0
        || address.equals(block.last());
  }

  private static Prefix block(Subnet subnet) {
    if (subnet.ipv6().isEmpty()) {
      throw new AwsException(
          "InvalidParameterValue",
          "The subnet '%s' has no IPv6 CIDR block: associate one with it first"
              .formatted(subnet.id()));
    }
    return subnet.ipv6().getFirst().cidr();
  }

  private Set<IpAddress> taken(Subnet subnet) {
    return taken.computeIfAbsent(
        subnet.id(),
        id -> {
          Set<IpAddress> used = new HashSet<>();
          network
              .index()
              .interfaces(id)
              .map(network.interfaces()::require)
              .flatMap(NetworkInterface::addresses)
              .forEach(used::add);
          return used;
        });
  }
}
