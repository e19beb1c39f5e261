package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;

/**
 * A new group lets nothing in and everything out; in a VPC with IPv6, out over IPv6 too (VPC user
 * guide, "Security groups").
 */
final class CreateSecurityGroup
    implements Action<CreateSecurityGroupRequest, CreateSecurityGroupResponse> {
  @Override
  public Class<CreateSecurityGroupRequest> request() {
    return CreateSecurityGroupRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("GroupName", "Description", "VpcId", "TagSpecifications");
  }

  @Override
  public Decision<CreateSecurityGroupResponse> decide(
      Network network, Caller caller, CreateSecurityGroupRequest request, Draw draw) {
    String name = Texts.name(request.groupName());
    String description = Texts.groupDescription(request.description());
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "security-group");
    Vpc vpc =
        request.vpcId() == null
            ? Groups.defaultVpc(network, caller)
            : Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    if (Groups.find(network, vpc.id(), name).isPresent()) {
      throw new AwsException(
          "InvalidGroup.Duplicate",
          "The security group '%s' already exists for VPC '%s'".formatted(name, vpc.id()));
    }
    Quotas.of(network, caller)
        .check(
            Quota.SECURITY_GROUPS_PER_REGION,
            network.securityGroups().where(g -> g.scope().equals(caller.scope())).count() + 1);
    SecurityGroupId id = new SecurityGroupId(draw.id(SecurityGroupId.PREFIX));
    List<SecurityGroupRule> rules = new ArrayList<>();
    rules.add(everythingOut(Prefix.ALL_IPV4, draw));
    if (!vpc.ipv6().isEmpty()) {
      rules.add(everythingOut(Prefix.ALL_IPV6, draw));
    }
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(new SecurityGroup(id, caller.scope(), vpc.id(), name, description, rules)));
    changes.addAll(Tagging.changes(id, tags));
    return new Decision<>(
        changes,
        CreateSecurityGroupResponse.builder()
            .groupId(id.value())
            .securityGroupArn(caller.arn("ec2", "security-group/" + id))
            .tags(Tagging.sdk(tags))
            .build());
  }

  private static SecurityGroupRule everythingOut(Prefix to, Draw draw) {
    return new SecurityGroupRule(
        new SecurityGroupRuleId(draw.id(SecurityGroupRuleId.PREFIX)),
        Direction.EGRESS,
        new TrafficMatch.Everything(),
        new RulePeer.Cidr(to),
        Optional.empty());
  }
}
