package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.SecurityGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;

/** Takes egress rules away, named by id or described. AWS does not support the flat way here. */
final class RevokeSecurityGroupEgress
    implements Action<RevokeSecurityGroupEgressRequest, RevokeSecurityGroupEgressResponse> {
  @Override
  public Class<RevokeSecurityGroupEgressRequest> request() {
    return RevokeSecurityGroupEgressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Stream.of(Permissions.HONOURED, Set.of("GroupId", "SecurityGroupRuleIds"))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Decision<RevokeSecurityGroupEgressResponse> decide(
      Network network, Caller caller, RevokeSecurityGroupEgressRequest request, Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), null);
    List<String> ids = request.securityGroupRuleIds();
    List<Wanted> described = new Permissions(network, caller, group).read(request.ipPermissions());
    Revocation revocation = Revocation.of(network, group, Direction.EGRESS, ids, described);
    return new Decision<>(
        RuleChanges.remove(network, group, revocation.rules()),
        RevokeSecurityGroupEgressResponse.builder()
            .returnValue(true)
            .unknownIpPermissions(RuleShapes.gather(revocation.unknown()))
            .revokedSecurityGroupRules(
                revocation.rules().stream().map(r -> RuleShapes.revoked(group, r)).toList())
            .build());
  }
}
