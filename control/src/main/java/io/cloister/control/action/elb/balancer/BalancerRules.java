package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.SecurityGroup;
import java.util.ArrayList;
import java.util.List;

/** AWS's rules for load balancers. */
final class BalancerRules {
  private BalancerRules() {}

  /** Refuses an Application Load Balancer in one zone. */
  static void zones(LoadBalancer.Kind kind, List<NodeWish> wishes) {
    if (kind == LoadBalancer.Kind.APPLICATION && wishes.size() < 2) {
      throw new AwsException(
          "ValidationError",
          "At least two subnets in two different Availability Zones must be specified");
    }
  }

  /** Refuses to face the internet where there is no gateway to it. */
  static void gateway(Network network, LoadBalancer.Scheme scheme, VpcId vpc) {
    if (scheme == LoadBalancer.Scheme.INTERNET_FACING
        && network
            .internetGateways()
            .where(g -> g.vpc().filter(vpc::equals).isPresent())
            .findAny()
            .isEmpty()) {
      throw new AwsException(
          "InvalidSubnet", "VPC %s has no internet gateway: attach one first".formatted(vpc));
    }
  }

  /**
   * The groups of a balancer: the VPC's default one for an Application Load Balancer that names
   * none.
   *
   * @throws AwsException {@code InvalidSecurityGroup}
   */
  static List<SecurityGroupId> groups(
      Network network, Caller caller, LoadBalancer.Kind kind, VpcId vpc, List<String> ids) {
    List<SecurityGroupId> groups = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      SecurityGroup group =
          network
              .securityGroups()
              .where(g -> g.id().value().equals(id) && g.scope().equals(caller.scope()))
              .findFirst()
              .orElseThrow(() ->
                  new AwsException(
                      "InvalidSecurityGroup",
                      "The security group '%s' does not exist".formatted(id)));
      if (!group.vpc().equals(vpc)) {
        throw new AwsException(
            "InvalidConfigurationRequest",
            "One or more security groups are invalid: %s is in %s, the load balancer in %s"
                .formatted(id, group.vpc(), vpc));
      }
      groups.add(group.id());
    }
    if (groups.isEmpty() && kind == LoadBalancer.Kind.APPLICATION) {
      return List.of(Groups.defaultGroup(network, vpc).id());
    }
    Quotas.of(network, caller).check(Quota.SECURITY_GROUPS_PER_INTERFACE, groups.size());
    return groups;
  }

  /** Refuses more balancers of a kind than a region may have. */
  static void count(Network network, Caller caller, LoadBalancer.Kind kind) {
    Quota quota =
        kind == LoadBalancer.Kind.APPLICATION
            ? Quota.APPLICATION_LOAD_BALANCERS_PER_REGION
            : Quota.NETWORK_LOAD_BALANCERS_PER_REGION;
    long there =
        network
            .loadBalancers()
            .where(b -> b.kind() == kind && b.scope().equals(caller.scope()))
            .count();
    Quotas.of(network, caller).check(quota, there + 1);
  }

  /** Refuses IPv6 where the subnets or the VPC have none; nodes check their own subnets. */
  static LoadBalancer.AddressType addressType(
      String text, LoadBalancer.Scheme scheme, LoadBalancer.Kind kind) {
    for (LoadBalancer.AddressType type : LoadBalancer.AddressType.values()) {
      if (type.text().equals(text)) {
        if (type == LoadBalancer.AddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4
            && (scheme == LoadBalancer.Scheme.INTERNAL || kind == LoadBalancer.Kind.NETWORK)) {
          throw new AwsException(
              "InvalidConfigurationRequest",
              "The IP address type '%s' is for Application Load Balancers that face the internet"
                  .formatted(text));
        }
        return type;
      }
    }
    throw new AwsException(
        "ValidationError", "'%s' is not a valid IP address type".formatted(text));
  }
}
