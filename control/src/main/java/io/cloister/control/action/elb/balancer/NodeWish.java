package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/**
 * What a request wants of a balancer in one subnet.
 *
 * @param allocation the Elastic IP for it: a Network Load Balancer that faces the internet
 * @param privateAddress the address for it: an internal Network Load Balancer
 */
record NodeWish(Subnet subnet, Optional<ElasticIp> allocation, Optional<IpAddress> privateAddress) {

  /**
   * Reads the subnets of a request.
   *
   * @throws AwsException {@code ValidationError}, {@code SubnetNotFound}, {@code
   *     AllocationIdNotFound}, {@code InvalidConfigurationRequest}
   */
  static List<NodeWish> read(
      Network network, Caller caller, List<String> subnets, List<SubnetMapping> mappings) {
    if (!subnets.isEmpty() && !mappings.isEmpty()) {
      throw new AwsException(
          "ValidationError", "You cannot specify both subnets and subnet mappings: leave one out");
    }
    List<NodeWish> wishes = new ArrayList<>();
    for (String id : subnets) {
      wishes.add(new NodeWish(subnet(network, caller, id), Optional.empty(), Optional.empty()));
    }
    for (SubnetMapping mapping : mappings) {
      wishes.add(read(network, caller, mapping));
    }
    if (wishes.isEmpty()) {
      throw new AwsException("ValidationError", "At least one subnet must be specified");
    }
    return checked(wishes);
  }

  private static NodeWish read(Network network, Caller caller, SubnetMapping mapping) {
    if (mapping.iPv6Address() != null || mapping.sourceNatIpv6Prefix() != null) {
      throw new AwsException(
          "UnsupportedOperation",
          "Subnet mappings with IPv6 addresses are not built: leave them out");
    }
    return new NodeWish(
        subnet(network, caller, mapping.subnetId()),
        Optional.ofNullable(mapping.allocationId()).map(id -> allocation(network, caller, id)),
        Optional.ofNullable(mapping.privateIPv4Address()).map(NodeWish::address));
  }

  private static Subnet subnet(Network network, Caller caller, String id) {
    return network
        .subnets()
        .values()
        .filter(s -> s.id().value().equals(id) && s.scope().equals(caller.scope()))
        .findFirst()
        .orElseThrow(() ->
            new AwsException("SubnetNotFound", "The subnet ID '%s' does not exist".formatted(id)));
  }

  private static ElasticIp allocation(Network network, Caller caller, String id) {
    ElasticIp found =
        network
            .elasticIps()
            .where(e -> e.id().value().equals(id) && e.scope().equals(caller.scope()))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "AllocationIdNotFound", "The allocation ID '%s' does not exist".formatted(id)));
    if (found.association().isPresent()) {
      throw new AwsException(
          "ResourceInUse", "The allocation ID '%s' is already associated".formatted(id));
    }
    return found;
  }

  private static IpAddress address(String text) {
    try {
      IpAddress address = IpAddress.of(text);
      if (address.family() == Family.IPV4) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The same error as for an address of the other family.
    }
    throw new AwsException("ValidationError", "'%s' is not an IPv4 address".formatted(text));
  }

  private static List<NodeWish> checked(List<NodeWish> wishes) {
    Map<String, SubnetId> zones = new HashMap<>();
    Subnet first = wishes.getFirst().subnet();
    for (NodeWish wish : wishes) {
      if (!wish.subnet().vpc().equals(first.vpc())) {
        throw new AwsException(
            "InvalidConfigurationRequest",
            "All subnets must belong to the same VPC: %s is in %s and %s in %s"
                .formatted(first.id(), first.vpc(), wish.subnet().id(), wish.subnet().vpc()));
      }
      if (zones.put(wish.subnet().zone(), wish.subnet().id()) != null) {
        throw new AwsException(
            "InvalidConfigurationRequest",
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone: %s"
                .formatted(wish.subnet().zone()));
      }
    }
    return List.copyOf(wishes);
  }

  /** Refuses what a kind of balancer and a scheme can't have. */
  void check(LoadBalancer.Kind kind, LoadBalancer.Scheme scheme) {
    boolean network = kind == LoadBalancer.Kind.NETWORK;
    if (allocation.isPresent() && !(network && scheme == LoadBalancer.Scheme.INTERNET_FACING)) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "Elastic IP addresses are for Network Load Balancers that face the internet: leave AllocationId out");
    }
    if (privateAddress.isPresent() && !(network && scheme == LoadBalancer.Scheme.INTERNAL)) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "Private IPv4 addresses are for internal Network Load Balancers: leave PrivateIPv4Address out");
    }
  }
}
