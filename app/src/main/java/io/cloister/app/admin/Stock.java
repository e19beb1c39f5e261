package io.cloister.app.admin;

import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is, as a person wants to see it: VPCs, their subnets, their instances. */
public record Stock(List<OfVpc> vpcs) {
  /**
   * A VPC.
   *
   * @param isDefault whether it is its region's default VPC
   * @param internet the id of its internet gateway; empty when it has none
   */
  public record OfVpc(
      String id,
      String name,
      String account,
      String region,
      List<String> cidrs,
      boolean isDefault,
      String internet,
      List<OfSubnet> subnets) {}

  /** A subnet and the instances whose primary interface is in it. */
  public record OfSubnet(
      String id, String name, String zone, List<String> cidrs, List<OfInstance> instances) {}

  /**
   * An instance.
   *
   * @param addresses its private ones, of all interfaces
   * @param publicAddresses where the internet finds it
   * @param groups names and ids of the groups of its interfaces
   */
  public record OfInstance(
      String id,
      String name,
      String state,
      String type,
      List<String> addresses,
      List<String> publicAddresses,
      List<String> groups) {}

  /** Everything in the network, in the order of names and addresses. */
  public static Stock of(Network network) {
    return new Stock(
        network
            .vpcs()
            .values()
            .sorted(Comparator.comparing(Vpc::scope).thenComparing(v -> v.id().value()))
            .map(v -> vpc(network, v))
            .toList());
  }

  private static OfVpc vpc(Network network, Vpc vpc) {
    String gateway =
        network
            .internetGateways()
            .where(g -> g.vpc().filter(vpc.id()::equals).isPresent())
            .map(g -> g.id().value())
            .findFirst()
            .orElse("");
    List<OfSubnet> subnets =
        network
            .index()
            .subnets(vpc.id())
            .map(network.subnets()::require)
            .sorted(Comparator.comparing(Subnet::zone).thenComparing(s -> s.cidr().toString()))
            .map(s -> subnet(network, s))
            .toList();
    return new OfVpc(
        vpc.id().value(),
        name(network, vpc.id()),
        vpc.scope().account(),
        vpc.scope().region(),
        vpc.cidrs().map(Prefix::toString).toList(),
        vpc.isDefault(),
        gateway,
        subnets);
  }

  private static OfSubnet subnet(Network network, Subnet subnet) {
    List<OfInstance> instances =
        network
            .index()
            .interfaces(subnet.id())
            .map(network.interfaces()::require)
            .flatMap(eni -> primaryOf(network, eni).stream())
            .sorted(
                Comparator.comparing((Instance i) -> name(network, i.id()))
                    .thenComparing(i -> i.id().value()))
            .map(i -> instance(network, i))
            .toList();
    List<String> cidrs =
        Stream.concat(Stream.of(subnet.cidr()), subnet.ipv6().stream().map(Subnet.Ipv6Block::cidr))
            .map(Prefix::toString)
            .toList();
    return new OfSubnet(
        subnet.id().value(), name(network, subnet.id()), subnet.zone(), cidrs, instances);
  }

  private static Optional<Instance> primaryOf(Network network, NetworkInterface eni) {
    return eni.attachment()
        .filter(a -> a.device() == 0)
        .flatMap(a -> network.instances().get(a.instance()));
  }

  private static OfInstance instance(Network network, Instance instance) {
    List<NetworkInterface> interfaces =
        network
            .index()
            .interfaces(instance.id())
            .map(network.interfaces()::require)
            .sorted(
                Comparator.comparing(
                    eni -> eni.attachment().map(NetworkInterface.Attachment::device).orElse(0)))
            .toList();
    return new OfInstance(
        instance.id().value(),
        name(network, instance.id()),
        instance.state().text(),
        instance.type(),
        interfaces.stream().flatMap(NetworkInterface::addresses).map(IpAddress::toString).toList(),
        interfaces.stream().flatMap(eni -> publicAddresses(network, eni)).toList(),
        interfaces.stream()
            .flatMap(eni -> eni.groups().stream())
            .distinct()
            .map(g -> group(network, g))
            .toList());
  }

  private static Stream<String> publicAddresses(Network network, NetworkInterface eni) {
    NetworkInterfaceId id = eni.id();
    Stream<IpAddress> elastic =
        network.index().elasticIps(id).map(network.elasticIps()::require).map(ElasticIp::address);
    Stream<IpAddress> lent = eni.ipv4().stream().flatMap(a -> a.publicAddress().stream());
    return Stream.concat(elastic, lent).map(IpAddress::toString).distinct();
  }

  private static String group(Network network, SecurityGroupId id) {
    return network.securityGroups().get(id).map(g -> g.name() + " " + id).orElse(id.value());
  }

  private static String name(Network network, ResourceId id) {
    return network.tags(id).getOrDefault("Name", "");
  }
}
