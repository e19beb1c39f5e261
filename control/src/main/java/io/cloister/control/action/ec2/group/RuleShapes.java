package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.RevokedSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules as the API shows them: one by one, or gathered by protocol and ports. */
final class RuleShapes {
  private RuleShapes() {}

  /** One rule. Its ports are -1 where it has none. */
  static software.amazon.awssdk.services.ec2.model.SecurityGroupRule rule(
      Network network, Caller caller, SecurityGroup group, SecurityGroupRule rule) {
    return software.amazon.awssdk.services.ec2.model.SecurityGroupRule.builder()
        .securityGroupRuleId(rule.id().value())
        .securityGroupRuleArn(caller.arn("ec2", "security-group-rule/" + rule.id()))
        .groupId(group.id().value())
        .groupOwnerId(group.scope().account())
        .isEgress(rule.direction() == Direction.EGRESS)
        .ipProtocol(rule.match().protocol().toString())
        .fromPort(Traffic.from(rule.match()).orElse(-1))
        .toPort(Traffic.to(rule.match()).orElse(-1))
        .cidrIpv4(cidr(rule.peer(), Family.IPV4))
        .cidrIpv6(cidr(rule.peer(), Family.IPV6))
        .referencedGroupInfo(
            rule.peer() instanceof RulePeer.Group other
                ? ReferencedSecurityGroup.builder()
                    .groupId(other.id().value())
                    .userId(other.account())
                    .vpcId(group.vpc().value())
                    .build()
                : null)
        .description(rule.description().orElse(null))
        .tags(Tagging.of(network, rule.id()))
        .build();
  }

  /** A rule that has just been revoked. */
  static RevokedSecurityGroupRule revoked(SecurityGroup group, SecurityGroupRule rule) {
    return RevokedSecurityGroupRule.builder()
        .securityGroupRuleId(rule.id().value())
        .groupId(group.id().value())
        .isEgress(rule.direction() == Direction.EGRESS)
        .ipProtocol(rule.match().protocol().toString())
        .fromPort(Traffic.from(rule.match()).orElse(-1))
        .toPort(Traffic.to(rule.match()).orElse(-1))
        .cidrIpv4(cidr(rule.peer(), Family.IPV4))
        .cidrIpv6(cidr(rule.peer(), Family.IPV6))
        .referencedGroupId(rule.peer() instanceof RulePeer.Group other ? other.id().value() : null)
        .description(rule.description().orElse(null))
        .build();
  }

  /** Rules of one direction, those with the same protocol and ports gathered in one permission. */
  static List<IpPermission> permissions(List<SecurityGroupRule> rules) {
    return gather(
        rules.stream().map(r -> new Wanted(r.match(), r.peer(), r.description())).toList());
  }

  /** The same for rules without ids. */
  static List<IpPermission> gather(List<Wanted> rules) {
    Map<TrafficMatch, List<Wanted>> byMatch = new LinkedHashMap<>();
    rules.forEach(r -> byMatch.computeIfAbsent(r.match(), _ -> new ArrayList<>()).add(r));
    return byMatch.entrySet().stream().map(e -> permission(e.getKey(), e.getValue())).toList();
  }

  private static IpPermission permission(TrafficMatch match, List<Wanted> rules) {
    List<IpRange> ipv4 = new ArrayList<>();
    List<Ipv6Range> ipv6 = new ArrayList<>();
    List<UserIdGroupPair> groups = new ArrayList<>();
    for (Wanted rule : rules) {
      String text = rule.description().orElse(null);
      switch (rule.peer()) {
        case RulePeer.Cidr(Prefix block) when block.family() == Family.IPV4 ->
            ipv4.add(IpRange.builder().cidrIp(block.toString()).description(text).build());
        case RulePeer.Cidr(Prefix block) ->
            ipv6.add(Ipv6Range.builder().cidrIpv6(block.toString()).description(text).build());
        case RulePeer.Group other ->
            groups.add(
                UserIdGroupPair.builder()
                    .groupId(other.id().value())
                    .userId(other.account())
                    .description(text)
                    .build());
      }
    }
    return IpPermission.builder()
        .ipProtocol(match.protocol().toString())
        .fromPort(Traffic.from(match).orElse(null))
        .toPort(Traffic.to(match).orElse(null))
        .ipRanges(ipv4)
        .ipv6Ranges(ipv6)
        .userIdGroupPairs(groups)
        .prefixListIds(List.of())
        .build();
  }

  private static @Nullable String cidr(RulePeer peer, Family family) {
    return Optional.of(peer)
        .filter(RulePeer.Cidr.class::isInstance)
        .map(p -> ((RulePeer.Cidr) p).prefix())
        .filter(p -> p.family() == family)
        .map(Prefix::toString)
        .orElse(null);
  }
}
