package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Lending;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.ec2.eni.AddressBook;
import io.cloister.control.action.ec2.eni.NewInterface;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the nodes of a load balancer: an interface in each subnet, which AWS owns. */
final class NewNodes {
  private static final int LEAST_FREE = 8;
  private static final int LONGEST_PREFIX = 27;

  private final Network network;
  private final Draw draw;
  private final AddressBook book;
  private final PublicPool.Drawing pool;
  private final List<Change> changes = new ArrayList<>();

  NewNodes(Network network, PublicPool pool, Draw draw) {
    this.network = network;
    this.draw = draw;
    this.book = new AddressBook(network, draw);
    this.pool = pool.drawing(network, draw);
  }

  /** What makes the nodes so far. */
  List<Change> changes() {
    return changes;
  }

  /**
   * A node where there was none.
   *
   * @param description the interface's: {@code ELB app/NAME/ID}
   * @throws AwsException {@code InvalidSubnet} for a subnet without room
   */
  LoadBalancer.Node make(
      NodeWish wish,
      LoadBalancer.Kind kind,
      LoadBalancer.Scheme scheme,
      LoadBalancer.AddressType type,
      List<SecurityGroupId> groups,
      String description) {
    Subnet subnet = wish.subnet();
    wish.check(kind, scheme);
    room(subnet, kind);
    NetworkInterfaceId id = new NetworkInterfaceId(draw.id(NetworkInterfaceId.PREFIX));
    IpAddress address =
        wish.privateAddress().map(a -> taken(subnet, a)).orElseGet(() -> book.draw(subnet));
    List<IpAddress> ipv6 =
        type == LoadBalancer.AddressType.IPV4 ? List.of() : List.of(ipv6(subnet));
    NetworkInterface eni =
        new NetworkInterface(
            id,
            subnet.scope(),
            subnet.id(),
            subnet.vpc(),
            subnet.zone(),
            description,
            NewInterface.mac(id),
            List.of(new PrivateIpv4(address, Optional.empty())),
            ipv6,
            groups,
            true,
            Optional.empty(),
            kind == LoadBalancer.Kind.NETWORK ? "network_load_balancer" : "interface",
            Optional.of("amazon-elb"));
    boolean facing = scheme == LoadBalancer.Scheme.INTERNET_FACING;
    boolean lends =
        facing
            && wish.allocation().isEmpty()
            && type != LoadBalancer.AddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4;
    changes.add(new Change.Put(lends ? Lending.lent(eni, pool) : eni));
    wish.allocation()
        .ifPresent(eip ->
            changes.add(
                new Change.Put(
                    eip.associated(
                        new ElasticIp.Association(
                            new EipAssociationId(draw.id(EipAssociationId.PREFIX)),
                            id,
                            address)))));
    return new LoadBalancer.Node(
        subnet.zone(), subnet.id(), id, wish.allocation().map(ElasticIp::id));
  }

  private void room(Subnet subnet, LoadBalancer.Kind kind) {
    if (kind == LoadBalancer.Kind.APPLICATION
        && (subnet.cidr().length() > LONGEST_PREFIX || book.free(subnet) < LEAST_FREE)) {
      throw new AwsException(
          "InvalidSubnet",
          "Not enough IP space available in %s. ELB requires at least %d free IP addresses in each subnet, which is /%d or larger"
              .formatted(subnet.id(), LEAST_FREE, LONGEST_PREFIX));
    }
    if (book.free(subnet) < 1) {
      throw new AwsException(
          "InvalidSubnet", "Not enough IP space available in %s".formatted(subnet.id()));
    }
  }

  private IpAddress taken(Subnet subnet, IpAddress address) {
    try {
      return book.take(subnet, address);
    } catch (AwsException e) {
      throw new AwsException("InvalidConfigurationRequest", e.text());
    }
  }

  private IpAddress ipv6(Subnet subnet) {
    if (subnet.ipv6().isEmpty()) {
      throw new AwsException(
          "InvalidSubnet",
          "You must specify subnets with an associated IPv6 CIDR block: %s (%s) has none"
              .formatted(subnet.id(), network.vpcs().require(subnet.vpc()).id()));
    }
    return book.drawIpv6(subnet);
  }
}
