package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Peerings;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Reads the permissions of a request: each is a protocol with ports and any number of other sides,
 * and stands for as many rules.
 */
final class Permissions {
  /**
   * The members that are honoured. Prefix lists are not: no rule knows one yet, so the frame
   * refuses them by name.
   */
  static final Set<String> HONOURED =
      Set.of(
          "IpPermissions.IpProtocol",
          "IpPermissions.FromPort",
          "IpPermissions.ToPort",
          "IpPermissions.IpRanges",
          "IpPermissions.Ipv6Ranges",
          "IpPermissions.UserIdGroupPairs.Description",
          "IpPermissions.UserIdGroupPairs.UserId",
          "IpPermissions.UserIdGroupPairs.GroupId",
          "IpPermissions.UserIdGroupPairs.GroupName",
          "IpPermissions.UserIdGroupPairs.VpcId");

  private final Network network;
  private final Caller caller;
  private final SecurityGroup group;

  /** Reads permissions for a group. */
  Permissions(Network network, Caller caller, SecurityGroup group) {
    this.network = network;
    this.caller = caller;
    this.group = group;
  }

  /** The rules that these permissions stand for, in their order. */
  List<Wanted> read(List<IpPermission> permissions) {
    List<Wanted> rules = new ArrayList<>();
    for (IpPermission permission : permissions) {
      TrafficMatch match =
          Traffic.of(permission.ipProtocol(), permission.fromPort(), permission.toPort());
      int before = rules.size();
      for (IpRange range : permission.ipRanges()) {
        add(rules, match, cidr(range.cidrIp(), Family.IPV4), range.description());
      }
      for (Ipv6Range range : permission.ipv6Ranges()) {
        add(rules, match, cidr(range.cidrIpv6(), Family.IPV6), range.description());
      }
      for (UserIdGroupPair pair : permission.userIdGroupPairs()) {
        add(rules, match, pair(pair), pair.description());
      }
      if (rules.size() == before) {
        throw new AwsException(
            "MissingParameter",
            "Missing source specification: include source security group or CIDR information");
      }
    }
    return rules;
  }

  private static void add(
      List<Wanted> rules, TrafficMatch match, RulePeer peer, @Nullable String description) {
    Wanted rule = new Wanted(match, peer, Texts.ruleDescription(description));
    if (rules.stream().anyMatch(rule::sameAs)) {
      throw new AwsException(
          "InvalidParameterValue", "The same permission must not appear multiple times: " + rule);
    }
    rules.add(rule);
  }

  /** A block of a family, its host bits cleared as AWS does. */
  static RulePeer cidr(@Nullable String text, Family family) {
    return new RulePeer.Cidr(
        Optional.ofNullable(text)
            .flatMap(Prefix::parse)
            .filter(p -> p.family() == family)
            .orElseThrow(() ->
                new AwsException(
                    "InvalidParameterValue", "CIDR block %s is malformed".formatted(text))));
  }

  private RulePeer pair(UserIdGroupPair pair) {
    refuseAcrossPeering(pair.groupId());
    if (pair.userId() != null && !pair.userId().equals(caller.account())) {
      throw notFound(pair.groupId() == null ? pair.groupName() : pair.groupId());
    }
    return peer(Groups.one(network, caller, pair.groupId(), pair.groupName()));
  }

  /** AWS takes groups of peered VPCs in the same Region; here no rule knows one yet. */
  private void refuseAcrossPeering(@Nullable String id) {
    if (id == null || !ResourceId.matches(SecurityGroupId.PREFIX, id)) {
      return;
    }
    network
        .securityGroups()
        .get(new SecurityGroupId(id))
        .flatMap(other -> Peerings.between(network, group.vpc(), other.vpc()))
        .ifPresent(p -> {
          throw new AwsException(
              "UnsupportedOperation",
              "Rules that name a group across a peering (%s is across %s) are not built: use the CIDR block"
                  .formatted(id, p.id()));
        });
  }

  /** A group of the same VPC as the other side. */
  RulePeer peer(SecurityGroup other) {
    if (!other.vpc().equals(group.vpc())) {
      throw new AwsException(
          "InvalidGroup.NotFound",
          "You have specified two resources that belong to different networks: %s is in %s, %s in %s."
              .formatted(group.id(), group.vpc(), other.id(), other.vpc()));
    }
    return new RulePeer.Group(other.id(), other.scope().account());
  }

  private static AwsException notFound(@Nullable String named) {
    return new AwsException(
        "InvalidGroup.NotFound", "The security group '%s' does not exist".formatted(named));
  }
}
