package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.ec2.eni.AddressBook;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nodes of a load balancer whose subnets or families change. */
final class Renewal {
  private final Network network;
  private final LoadBalancer balancer;
  private final LoadBalancer.AddressType type;
  private final NewNodes fresh;
  private final AddressBook book;
  private final List<Change> changes = new ArrayList<>();

  Renewal(
      Network network,
      LoadBalancer balancer,
      LoadBalancer.AddressType type,
      PublicPool pool,
      Draw draw) {
    this.network = network;
    this.balancer = balancer;
    this.type = type;
    this.fresh = new NewNodes(network, pool, draw);
    this.book = new AddressBook(network, draw);
  }

  /** The changes that renew what was asked for so far. */
  List<Change> changes() {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(fresh.changes());
    return all;
  }

  /** The nodes that are there, with addresses of the families that are wanted now. */
  List<LoadBalancer.Node> kept() {
    balancer.nodes().forEach(this::families);
    return balancer.nodes();
  }

  /** The nodes in these subnets: those that are there, and new ones. */
  List<LoadBalancer.Node> nodes(List<NodeWish> wishes) {
    List<LoadBalancer.Node> nodes = new ArrayList<>();
    for (NodeWish wish : wishes) {
      Optional<LoadBalancer.Node> there =
          balancer.nodes().stream().filter(n -> n.subnet().equals(wish.subnet().id())).findFirst();
      there.ifPresent(this::families);
      nodes.add(there.orElseGet(() -> made(wish)));
    }
    for (LoadBalancer.Node node : balancer.nodes()) {
      if (!nodes.contains(node)) {
        gone(node);
      }
    }
    return nodes;
  }

  private LoadBalancer.Node made(NodeWish wish) {
    String arn = balancer.id().value();
    String description = "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + 14);
    return fresh.make(
        wish, balancer.kind(), balancer.scheme(), type, balancer.groups(), description);
  }

  private void gone(LoadBalancer.Node node) {
    if (balancer.kind() == LoadBalancer.Kind.NETWORK) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The subnet %s of a Network Load Balancer cannot be removed: name it too"
              .formatted(node.subnet()));
    }
    NetworkInterface eni = network.interfaces().require(node.eni());
    changes.addAll(Associations.freed(network, eni));
    changes.add(new Change.Remove(eni.id()));
  }

  private void families(LoadBalancer.Node node) {
    NetworkInterface eni = network.interfaces().require(node.eni());
    boolean wanted = type != LoadBalancer.AddressType.IPV4;
    if (wanted == eni.ipv6().isEmpty()) {
      List<IpAddress> ipv6 = wanted ? List.of(drawn(node)) : List.of();
      changes.add(new Change.Put(eni.withAddresses(eni.ipv4(), ipv6)));
    }
  }

  private IpAddress drawn(LoadBalancer.Node node) {
    Subnet subnet = network.subnets().require(node.subnet());
    if (subnet.ipv6().isEmpty()) {
      throw new AwsException(
          "InvalidSubnet",
          "You must specify subnets with an associated IPv6 CIDR block: %s has none"
              .formatted(subnet.id()));
    }
    return book.drawIpv6(subnet);
  }
}
