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
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;

/** Rules for what may go out. AWS does not support the flat way here, so neither do we. */
final class AuthorizeSecurityGroupEgress
    implements Action<AuthorizeSecurityGroupEgressRequest, AuthorizeSecurityGroupEgressResponse> {
  @Override
  public Class<AuthorizeSecurityGroupEgressRequest> request() {
    return AuthorizeSecurityGroupEgressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Stream.of(Permissions.HONOURED, Set.of("GroupId", "TagSpecifications"))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Decision<AuthorizeSecurityGroupEgressResponse> decide(
      Network network, Caller caller, AuthorizeSecurityGroupEgressRequest request, Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), null);
    List<Wanted> wanted = new Permissions(network, caller, group).read(request.ipPermissions());
    SortedMap<String, String> tags =
        Tagging.given(request.tagSpecifications(), "security-group-rule");
    List<SecurityGroupRule> rules =
        RuleChanges.drawn(RuleChanges.some(wanted), Direction.EGRESS, draw);
    List<Change> changes = RuleChanges.add(network, caller, group, rules, tags);
    Network after = network.apply(changes);
    return new Decision<>(
        changes,
        AuthorizeSecurityGroupEgressResponse.builder()
            .returnValue(true)
            .securityGroupRules(
                rules.stream().map(r -> RuleShapes.rule(after, caller, group, r)).toList())
            .build());
  }
}
