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
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

/** Takes ingress rules away, named by id or described. */
final class RevokeSecurityGroupIngress
    implements Action<RevokeSecurityGroupIngressRequest, RevokeSecurityGroupIngressResponse> {
  @Override
  public Class<RevokeSecurityGroupIngressRequest> request() {
    return RevokeSecurityGroupIngressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Stream.of(
            Permissions.HONOURED,
            FlatPermission.HONOURED,
            Set.of("GroupId", "GroupName", "SecurityGroupRuleIds"))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Decision<RevokeSecurityGroupIngressResponse> decide(
      Network network, Caller caller, RevokeSecurityGroupIngressRequest request, Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), request.groupName());
    List<String> ids = request.securityGroupRuleIds();
    List<Wanted> described =
        new FlatPermission(
                request.ipProtocol(),
                request.fromPort(),
                request.toPort(),
                request.cidrIp(),
                request.sourceSecurityGroupName(),
                request.sourceSecurityGroupOwnerId())
            .rules(network, caller, group, request.ipPermissions());
    Revocation revocation = Revocation.of(network, group, Direction.INGRESS, ids, described);
    return new Decision<>(
        RuleChanges.remove(network, group, revocation.rules()),
        RevokeSecurityGroupIngressResponse.builder()
            .returnValue(true)
            .unknownIpPermissions(RuleShapes.gather(revocation.unknown()))
            .revokedSecurityGroupRules(
                revocation.rules().stream().map(r -> RuleShapes.revoked(group, r)).toList())
            .build());
  }
}
