package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupReferencesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupReferencesResponse;

/** The VPCs across a peering whose rules name a group: none, as long as no rule can do so. */
final class DescribeSecurityGroupReferences
    implements Action<
        DescribeSecurityGroupReferencesRequest, DescribeSecurityGroupReferencesResponse> {
  @Override
  public Class<DescribeSecurityGroupReferencesRequest> request() {
    return DescribeSecurityGroupReferencesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("GroupId");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeSecurityGroupReferencesResponse> decide(
      Network network, Caller caller, DescribeSecurityGroupReferencesRequest request, Draw draw) {
    request.groupId().forEach(id -> Groups.byId(network, caller, id));
    return Decision.answer(
        DescribeSecurityGroupReferencesResponse.builder()
            .securityGroupReferenceSet(List.of())
            .build());
  }
}
