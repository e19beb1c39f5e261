package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;

/** A group goes only when no interface carries it and no other group's rule names it. */
final class DeleteSecurityGroup
    implements Action<DeleteSecurityGroupRequest, DeleteSecurityGroupResponse> {
  @Override
  public Class<DeleteSecurityGroupRequest> request() {
    return DeleteSecurityGroupRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("GroupId", "GroupName");
  }

  @Override
  public Decision<DeleteSecurityGroupResponse> decide(
      Network network, Caller caller, DeleteSecurityGroupRequest request, Draw draw) {
    SecurityGroup group = Groups.one(network, caller, request.groupId(), request.groupName());
    if (group.isDefault()) {
      throw new AwsException(
          "CannotDelete",
          "the specified group: \"%s\" name: \"default\" cannot be deleted by a user"
              .formatted(group.id()));
    }
    Optional<NetworkInterfaceId> carrier = network.index().interfaces(group.id()).findFirst();
    if (carrier.isPresent()) {
      throw new AwsException(
          "DependencyViolation",
          "resource %s has a dependent object: the network interface %s carries it. Give that other groups, or delete it"
              .formatted(group.id(), carrier.get()));
    }
    // An endpoint without a subnet has groups and no interface that would carry them.
    Optional<VpcEndpoint> endpoint =
        network
            .index()
            .endpoints(group.vpc())
            .map(network.endpoints()::require)
            .filter(e -> e.groups().contains(group.id()))
            .findFirst();
    if (endpoint.isPresent()) {
      throw new AwsException(
          "DependencyViolation",
          "resource %s has a dependent object: the endpoint %s has it. Give that other groups, or delete it"
              .formatted(group.id(), endpoint.get().id()));
    }
    Optional<SecurityGroup> naming =
        network.securityGroups().where(g -> names(g, group.id())).findFirst();
    if (naming.isPresent()) {
      throw new AwsException(
          "DependencyViolation",
          "resource %s has a dependent object: a rule of %s names it. Revoke that first"
              .formatted(group.id(), naming.get().id()));
    }
    List<Change> changes = new ArrayList<>(RuleChanges.untag(network, group.rules()));
    changes.add(new Change.Remove(group.id()));
    return new Decision<>(
        changes,
        DeleteSecurityGroupResponse.builder()
            .returnValue(true)
            .groupId(group.id().value())
            .build());
  }

  private static boolean names(SecurityGroup group, SecurityGroupId id) {
    return !group.id().equals(id)
        && group.rules().stream()
            .anyMatch(r -> r.peer() instanceof RulePeer.Group other && other.id().equals(id));
  }
}
