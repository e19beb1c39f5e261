package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.ec2.address.Associations;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerState;

/** Load balancers as answers give them. */
final class BalancerAnswer {
  private BalancerAnswer() {}

  static software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer of(
      Network network, LoadBalancer balancer) {
    return software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer.builder()
        .loadBalancerArn(balancer.id().value())
        .dnsName(balancer.dnsName())
        .canonicalHostedZoneId(HostedZones.of(balancer))
        .createdTime(balancer.created())
        .loadBalancerName(balancer.name())
        .scheme(balancer.scheme().text())
        .vpcId(balancer.vpc().value())
        .state(LoadBalancerState.builder().code(balancer.state().text()).build())
        .type(balancer.kind().text())
        .availabilityZones(zones(network, balancer))
        .securityGroups(balancer.groups().stream().map(g -> g.value()).toList())
        .ipAddressType(balancer.addressType().text())
        .build();
  }

  static List<AvailabilityZone> zones(Network network, LoadBalancer balancer) {
    return balancer.nodes().stream()
        .map(node ->
            AvailabilityZone.builder()
                .zoneName(node.zone())
                .subnetId(node.subnet().value())
                .loadBalancerAddresses(addresses(network, balancer, node))
                .build())
        .toList();
  }

  /** Only Network Load Balancers tell their addresses: they are fixed. */
  private static List<LoadBalancerAddress> addresses(
      Network network, LoadBalancer balancer, LoadBalancer.Node node) {
    if (balancer.kind() != LoadBalancer.Kind.NETWORK) {
      return List.of();
    }
    NetworkInterface eni = network.interfaces().require(node.eni());
    LoadBalancerAddress.Builder address = LoadBalancerAddress.builder();
    switch (balancer.scheme()) {
      case INTERNET_FACING ->
          Associations.publicAddress(network, eni, eni.primary())
              .map(IpAddress::toString)
              .ifPresent(address::ipAddress);
      case INTERNAL -> address.privateIPv4Address(eni.primary().toString());
    }
    node.allocation().ifPresent(id -> address.allocationId(id.value()));
    eni.ipv6().stream().findFirst().ifPresent(a -> address.iPv6Address(a.toString()));
    return List.of(address.build());
  }
}
