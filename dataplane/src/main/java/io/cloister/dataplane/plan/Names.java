package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.forwarding.pipeline.InternetHost;
import io.cloister.forwarding.pipeline.Plug;
import io.cloister.forwarding.pipeline.ShortName;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How things are called in the kernel, and their Ethernet addresses: all of it from ids alone. */
public final class Names {
  /** The router of the simulated internet. */
  public static final NamespaceName NET = new NamespaceName("net");

  /** The router's address on every link. */
  static final IpAddress ROUTER = IpAddress.of("fe80::1");

  /** The other end's address on every link. */
  static final IpAddress OTHER = IpAddress.of("fe80::2");

  /** What a VPC's router calls itself in ICMP errors: addresses that nobody else has. */
  static final SortedSet<InterfaceAddress> OF_ROUTER = own("169.254.0.1", "fd00:ec2::ffff:1");

  /**
   * What a gateway calls itself. Not as its neighbour: a router drops what comes from an address of
   * its own; nor by a link-local address, which no router forwards.
   */
  static final SortedSet<InterfaceAddress> OF_GATEWAY = own("169.254.0.2", "fd00:ec2::ffff:2");

  /** The link to the internet gateway in a VPC's router, and to the VPC in the gateway. */
  static final LinkName GATEWAY = new LinkName("igw");

  static final LinkName VPC = new LinkName("vpc");

  /** The link to the internet in a gateway and in a host. */
  static final LinkName UPLINK = new LinkName("eth0");

  private Names() {}

  private static SortedSet<InterfaceAddress> own(String... addresses) {
    return Collections.unmodifiableSortedSet(
        Stream.of(addresses)
            .map(IpAddress::of)
            .map(InterfaceAddress::host)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The router of a VPC. */
  public static NamespaceName router(VpcId vpc) {
    return new NamespaceName(vpc.value());
  }

  /** An internet gateway. */
  public static NamespaceName gateway(InternetGatewayId gateway) {
    return new NamespaceName(gateway.value());
  }

  /** A host of the simulated internet. */
  public static NamespaceName host(InternetHost host) {
    return new NamespaceName(host.name());
  }

  /** An instance. */
  public static NamespaceName instance(InstanceId instance) {
    return new NamespaceName(instance.value());
  }

  /** The namespace that a port is plugged into. */
  static NamespaceName outlet(Plug.OfInstance plug) {
    return instance(plug.instance());
  }

  /** The link of an interface in its VPC's router. */
  public static LinkName link(NetworkInterfaceId eni) {
    return new LinkName(ShortName.of(eni));
  }

  /** The link of an interface in its instance. */
  public static LinkName device(Plug.OfInstance plug) {
    return new LinkName("eth" + plug.device());
  }

  /** The link to a gateway in the internet's router. */
  static LinkName uplink(InternetGatewayId gateway) {
    return new LinkName(ShortName.of(gateway));
  }

  /** The Ethernet address of a link that has none of its own: of its name and place. */
  static MacAddress mac(String place) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < place.length(); i++) {
      hash = (hash ^ place.charAt(i)) * 0x100000001b3L;
    }
    return MacAddress.local(hash ^ (hash >>> 32));
  }
}
