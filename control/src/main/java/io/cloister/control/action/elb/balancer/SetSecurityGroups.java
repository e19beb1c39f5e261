package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;

/**
 * Replaces the groups of a load balancer and of its interfaces. A Network Load Balancer that was
 * made without groups can't get any, and one with groups can't lose all (NLB user guide, "Security
 * groups").
 */
public record SetSecurityGroups()
    implements Action<SetSecurityGroupsRequest, SetSecurityGroupsResponse> {
  @Override
  public Class<SetSecurityGroupsRequest> request() {
    return SetSecurityGroupsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn", "SecurityGroups");
  }

  @Override
  public Decision<SetSecurityGroupsResponse> decide(
      Network network, Caller caller, SetSecurityGroupsRequest request, Draw draw) {
    LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
    if (balancer.kind() == LoadBalancer.Kind.NETWORK
        && balancer.groups().isEmpty() != request.securityGroups().isEmpty()) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          balancer.groups().isEmpty()
              ? "Security groups can only be given to a Network Load Balancer when it is created: create it anew"
              : "You cannot remove all security groups of a Network Load Balancer: name at least one");
    }
    if (request.securityGroups().isEmpty()) {
      throw new AwsException("ValidationError", "At least one security group must be specified");
    }
    List<SecurityGroupId> groups =
        BalancerRules.groups(
            network, caller, balancer.kind(), balancer.vpc(), request.securityGroups());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(balancer.withGroups(groups)));
    balancer
        .nodes()
        .forEach(node ->
            changes.add(
                new Change.Put(network.interfaces().require(node.eni()).withGroups(groups))));
    return new Decision<>(
        changes,
        SetSecurityGroupsResponse.builder()
            .securityGroupIds(groups.stream().map(SecurityGroupId::value).toList())
            .build());
  }
}
