package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network interface as packets meet it.
 *
 * @param ipv4 its private IPv4 addresses, the primary one first
 * @param ipv6 its IPv6 addresses
 * @param sourceDestCheck whether what it sends must come from its own addresses, and what it gets
 *     must be for them
 * @param policy the class of ports with the same groups
 * @param plug where it is plugged in; empty when nothing can come from it or reach it
 */
public record Port(
    NetworkInterfaceId id,
    SubnetId subnet,
    MacAddress mac,
    List<PrivateAddress> ipv4,
    List<IpAddress> ipv6,
    boolean sourceDestCheck,
    PolicyClassId policy,
    Optional<Plug> plug) {

  /** Bytes that a packet may have between two interfaces of a VPC: AWS's jumbo frames. */
  public static final int MTU = 9001;

  /**
   * A private address and the public one that stands for it at the internet gateway.
   *
   * @param publicAddress an Elastic IP, else the one that AWS lent
   */
  public record PrivateAddress(IpAddress address, Optional<IpAddress> publicAddress) {}

  /** Copies the addresses. */
  public Port {
    ipv4 = List.copyOf(ipv4);
    ipv6 = List.copyOf(ipv6);
  }

  /** The name of its link: 15 characters, from which {@link ShortName} finds the id again. */
  public String link() {
    return ShortName.of(id);
  }

  /** The instance that it is plugged into, where it is one. */
  public Optional<Plug.OfInstance> instance() {
    return plug.flatMap(to ->
        switch (to) {
          case Plug.OfInstance instance -> Optional.of(instance);
        });
  }

  /** Its private addresses of both families. */
  public Stream<IpAddress> addresses() {
    return Stream.concat(ipv4.stream().map(PrivateAddress::address), ipv6.stream());
  }

  /** Whether the address is one of its own. */
  public boolean owns(IpAddress address) {
    return addresses().anyMatch(address::equals);
  }
}
