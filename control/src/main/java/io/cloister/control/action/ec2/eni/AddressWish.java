package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.AwsException;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;

/**
 * The addresses that a request wants for a new interface.
 *
 * @param primary empty for any
 * @param secondary further ones by name
 * @param count how many further ones of any kind
 * @param ipv6 by name
 * @param ipv6Count how many IPv6 addresses of any kind; empty to do as the subnet says
 */
public record AddressWish(
    Optional<IpAddress> primary,
    List<IpAddress> secondary,
    int count,
    List<IpAddress> ipv6,
    Optional<Integer> ipv6Count) {
  /** Any one address, and IPv6 as the subnet says. */
  public static final AddressWish ANY =
      new AddressWish(Optional.empty(), List.of(), 0, List.of(), Optional.empty());

  /** Copies the lists. */
  public AddressWish {
    secondary = List.copyOf(secondary);
    ipv6 = List.copyOf(ipv6);
  }

  /** Reads the members that CreateNetworkInterface and RunInstances have in common. */
  public static AddressWish read(
      @Nullable String primary,
      List<PrivateIpAddressSpecification> addresses,
      @Nullable Integer count,
      List<InstanceIpv6Address> ipv6,
      @Nullable Integer ipv6Count) {
    List<IpAddress> first = new ArrayList<>();
    List<IpAddress> further = new ArrayList<>();
    if (primary != null) {
      first.add(address(primary, Family.IPV4));
    }
    for (PrivateIpAddressSpecification each : addresses) {
      IpAddress address = address(each.privateIpAddress(), Family.IPV4);
      if (Boolean.TRUE.equals(each.primary())) {
        if (!first.contains(address)) {
          first.add(address);
        }
      } else if (!first.contains(address)) {
        further.add(address);
      }
    }
    if (first.size() > 1) {
      throw new AwsException(
          "InvalidParameterValue", "Only one primary private IP address can be specified.");
    }
    int more = positive("secondaryPrivateIpAddressCount", count);
    if (more > 0 && !further.isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "You can't specify a number of private addresses together with secondary private addresses");
    }
    if (ipv6Count != null && !ipv6.isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters ipv6Addresses and ipv6AddressCount may not be used together");
    }
    positive("ipv6AddressCount", ipv6Count);
    return new AddressWish(
        first.stream().findFirst(),
        further,
        more,
        ipv6.stream().map(a -> address(a.ipv6Address(), Family.IPV6)).toList(),
        Optional.ofNullable(ipv6Count));
  }

  /** Reads an address of a family. */
  public static IpAddress address(@Nullable String text, Family family) {
    return Optional.ofNullable(text)
        .flatMap(IpAddress::parse)
        .filter(a -> a.family() == family)
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameterValue",
                "Value (%s) for parameter address is invalid. Expecting an %s address"
                    .formatted(text, family == Family.IPV4 ? "IPv4" : "IPv6")));
  }

  private static int positive(String parameter, @Nullable Integer count) {
    int value = count == null ? 0 : count;
    if (value < 0) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%d) for parameter %s is invalid. Expecting 0 or more"
              .formatted(value, parameter));
    }
    return value;
  }

  /** Whether it names an address, which only one interface can have. */
  public boolean named() {
    return primary.isPresent() || !secondary.isEmpty() || !ipv6.isEmpty();
  }

  /** How many IPv4 addresses it takes. */
  public int size() {
    return 1 + secondary.size() + count;
  }

  /** How many IPv6 addresses it takes in a subnet. */
  public int ipv6Size(Subnet subnet) {
    return ipv6.isEmpty() ? automatic(subnet) : ipv6.size();
  }

  private int automatic(Subnet subnet) {
    return ipv6Count.orElse(subnet.settings().assignIpv6() && !subnet.ipv6().isEmpty() ? 1 : 0);
  }

  /** Takes the IPv4 addresses, those by name first so that no draw takes them away. */
  List<PrivateIpv4> takeIpv4(Subnet subnet, AddressBook book) {
    Optional<IpAddress> named = primary.map(a -> book.take(subnet, a));
    List<IpAddress> further =
        new ArrayList<>(secondary.stream().map(a -> book.take(subnet, a)).toList());
    List<IpAddress> all = new ArrayList<>();
    all.add(named.orElseGet(() -> book.draw(subnet)));
    for (int i = 0; i < count; i++) {
      further.add(book.draw(subnet));
    }
    all.addAll(further);
    return all.stream().map(a -> new PrivateIpv4(a, Optional.empty())).toList();
  }

  /** Takes the IPv6 addresses. */
  List<IpAddress> takeIpv6(Subnet subnet, AddressBook book) {
    List<IpAddress> all = new ArrayList<>(ipv6.stream().map(a -> book.take(subnet, a)).toList());
    for (int i = all.size(); i < ipv6Size(subnet); i++) {
      all.add(book.drawIpv6(subnet));
    }
    return all;
  }
}
