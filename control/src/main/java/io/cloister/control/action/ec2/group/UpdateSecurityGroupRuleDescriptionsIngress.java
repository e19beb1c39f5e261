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
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressResponse;

/** Describes ingress rules anew. */
final class UpdateSecurityGroupRuleDescriptionsIngress
    implements Action<
        UpdateSecurityGroupRuleDescriptionsIngressRequest,
        UpdateSecurityGroupRuleDescriptionsIngressResponse> {
  @Override
  public Class<UpdateSecurityGroupRuleDescriptionsIngressRequest> request() {
    return UpdateSecurityGroupRuleDescriptionsIngressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Stream.of(
            Permissions.HONOURED, Set.of("GroupId", "GroupName", "SecurityGroupRuleDescriptions"))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Decision<UpdateSecurityGroupRuleDescriptionsIngressResponse> decide(
      Network network,
      Caller caller,
      UpdateSecurityGroupRuleDescriptionsIngressRequest request,
      Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), request.groupName());
    return Decision.of(
        UpdateSecurityGroupRuleDescriptionsIngressResponse.builder().returnValue(true).build(),
        new Descriptions(network, caller, group, Direction.INGRESS)
            .change(request.ipPermissions(), request.securityGroupRuleDescriptions()));
  }
}
