package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.StaleSecurityGroup;

/**
 * Groups with rules that name a group which is gone with its peering: none, as long as no rule can
 * name a group across a peering, since a group that a rule names can't be deleted.
 */
final class DescribeStaleSecurityGroups
    implements Action<DescribeStaleSecurityGroupsRequest, DescribeStaleSecurityGroupsResponse> {
  private static final int LEAST = 5;

  @Override
  public Class<DescribeStaleSecurityGroupsRequest> request() {
    return DescribeStaleSecurityGroupsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcId", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeStaleSecurityGroupsResponse> decide(
      Network network, Caller caller, DescribeStaleSecurityGroupsRequest request, Draw draw) {
    Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    Page<StaleSecurityGroup> none =
        Page.of(
            List.of(),
            StaleSecurityGroup::groupId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeStaleSecurityGroupsResponse.builder().staleSecurityGroupSet(none.items()).build());
  }
}
