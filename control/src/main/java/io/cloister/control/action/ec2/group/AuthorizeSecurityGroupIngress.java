package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;

/** Rules for what may come in, as permissions or in the older flat way. */
final class AuthorizeSecurityGroupIngress
    implements Action<AuthorizeSecurityGroupIngressRequest, AuthorizeSecurityGroupIngressResponse> {
  @Override
  public Class<AuthorizeSecurityGroupIngressRequest> request() {
    return AuthorizeSecurityGroupIngressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Stream.of(
            Permissions.HONOURED,
            FlatPermission.HONOURED,
            Set.of("GroupId", "GroupName", "TagSpecifications"))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Decision<AuthorizeSecurityGroupIngressResponse> decide(
      Network network, Caller caller, AuthorizeSecurityGroupIngressRequest request, Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), request.groupName());
    List<Wanted> wanted =
        new FlatPermission(
                request.ipProtocol(),
                request.fromPort(),
                request.toPort(),
                request.cidrIp(),
                request.sourceSecurityGroupName(),
                request.sourceSecurityGroupOwnerId())
            .rules(network, caller, group, request.ipPermissions());
    SortedMap<String, String> tags =
        Tagging.given(request.tagSpecifications(), "security-group-rule");
    List<SecurityGroupRule> rules =
        RuleChanges.drawn(RuleChanges.some(wanted), Direction.INGRESS, draw);
    List<Change> changes = RuleChanges.add(network, caller, group, rules, tags);
    Network after = network.apply(changes);
    return new Decision<>(
        changes,
        AuthorizeSecurityGroupIngressResponse.builder()
            .returnValue(true)
            .securityGroupRules(
                rules.stream().map(r -> RuleShapes.rule(after, caller, group, r)).toList())
            .build());
  }
}
