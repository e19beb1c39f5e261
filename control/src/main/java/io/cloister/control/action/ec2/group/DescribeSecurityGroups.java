package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.SecurityGroup;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Describes groups, by id, by name in the default VPC, and by filters. */
final class DescribeSecurityGroups
    implements Action<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse> {
  private static final Filters<software.amazon.awssdk.services.ec2.model.SecurityGroup> FILTERS =
      ShapeFilters.of(
          g -> new SecurityGroupId(g.groupId()),
          "description",
          "group-id",
          "group-name",
          "owner-id",
          "vpc-id",
          "ip-permission.cidr=IpPermissions.IpRanges.CidrIp",
          "ip-permission.from-port=IpPermissions.FromPort",
          "ip-permission.group-id=IpPermissions.UserIdGroupPairs.GroupId",
          "ip-permission.ipv6-cidr=IpPermissions.Ipv6Ranges.CidrIpv6",
          "ip-permission.prefix-list-id=IpPermissions.PrefixListIds.PrefixListId",
          "ip-permission.protocol=IpPermissions.IpProtocol",
          "ip-permission.to-port=IpPermissions.ToPort",
          "ip-permission.user-id=IpPermissions.UserIdGroupPairs.UserId",
          "egress.ip-permission.cidr=IpPermissionsEgress.IpRanges.CidrIp",
          "egress.ip-permission.from-port=IpPermissionsEgress.FromPort",
          "egress.ip-permission.group-id=IpPermissionsEgress.UserIdGroupPairs.GroupId",
          "egress.ip-permission.ipv6-cidr=IpPermissionsEgress.Ipv6Ranges.CidrIpv6",
          "egress.ip-permission.prefix-list-id=IpPermissionsEgress.PrefixListIds.PrefixListId",
          "egress.ip-permission.protocol=IpPermissionsEgress.IpProtocol",
          "egress.ip-permission.to-port=IpPermissionsEgress.ToPort",
          "egress.ip-permission.user-id=IpPermissionsEgress.UserIdGroupPairs.UserId");

  @Override
  public Class<DescribeSecurityGroupsRequest> request() {
    return DescribeSecurityGroupsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("GroupIds", "GroupNames", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeSecurityGroupsResponse> decide(
      Network network, Caller caller, DescribeSecurityGroupsRequest request, Draw draw) {
    var condition =
        FILTERS
            .with("ip-permission.group-name", g -> names(network, g.ipPermissions()))
            .with("egress.ip-permission.group-name", g -> names(network, g.ipPermissionsEgress()))
            .condition(network, request.filters());
    var shapes =
        chosen(network, caller, request).stream()
            .map(g -> GroupShapes.of(network, caller, g))
            .filter(condition)
            .toList();
    var page = Page.of(shapes, g -> g.groupId(), request.maxResults(), 5, request.nextToken());
    return Decision.answer(
        DescribeSecurityGroupsResponse.builder()
            .securityGroups(page.items())
            .nextToken(page.nextToken())
            .build());
  }

  private static List<SecurityGroup> chosen(
      Network network, Caller caller, DescribeSecurityGroupsRequest request) {
    if (request.groupIds().isEmpty() && request.groupNames().isEmpty()) {
      return Lookups.SECURITY_GROUP.list(network.securityGroups(), caller, List.of());
    }
    Set<SecurityGroup> chosen = new LinkedHashSet<>();
    request.groupIds().forEach(id -> chosen.add(Groups.byId(network, caller, id)));
    request.groupNames().forEach(name -> chosen.add(Groups.named(network, caller, name)));
    return chosen.stream().sorted(Comparator.comparing(SecurityGroup::id)).toList();
  }

  private static Stream<String> names(Network network, List<IpPermission> permissions) {
    return permissions.stream()
        .flatMap(p -> p.userIdGroupPairs().stream())
        .map(p -> new SecurityGroupId(p.groupId()))
        .flatMap(p -> network.securityGroups().get(p).stream())
        .map(SecurityGroup::name);
  }
}
