package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.SecurityGroup;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressResponse;

/** Describes egress rules anew. */
final class UpdateSecurityGroupRuleDescriptionsEgress
    implements Action<
        UpdateSecurityGroupRuleDescriptionsEgressRequest,
        UpdateSecurityGroupRuleDescriptionsEgressResponse> {
  @Override
  public Class<UpdateSecurityGroupRuleDescriptionsEgressRequest> request() {
    return UpdateSecurityGroupRuleDescriptionsEgressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Stream.of(
            Permissions.HONOURED, Set.of("GroupId", "GroupName", "SecurityGroupRuleDescriptions"))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Decision<UpdateSecurityGroupRuleDescriptionsEgressResponse> decide(
      Network network,
      Caller caller,
      UpdateSecurityGroupRuleDescriptionsEgressRequest request,
      Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), request.groupName());
    return Decision.of(
        UpdateSecurityGroupRuleDescriptionsEgressResponse.builder().returnValue(true).build(),
        new Descriptions(network, caller, group, Direction.EGRESS)
            .change(request.ipPermissions(), request.securityGroupRuleDescriptions()));
  }
}
