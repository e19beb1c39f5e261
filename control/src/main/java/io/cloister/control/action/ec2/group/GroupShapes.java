package io.cloister.control.action.ec2.group;

import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.SecurityGroup;

/** Groups as the API shows them. */
final class GroupShapes {
  private GroupShapes() {}

  /** One group with its rules gathered. */
  static software.amazon.awssdk.services.ec2.model.SecurityGroup of(
      Network network, Caller caller, SecurityGroup group) {
    return software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
        .groupId(group.id().value())
        .groupName(group.name())
        .description(group.description())
        .vpcId(group.vpc().value())
        .ownerId(group.scope().account())
        .securityGroupArn(caller.arn("ec2", "security-group/" + group.id()))
        .ipPermissions(RuleShapes.permissions(group.rules(Direction.INGRESS).toList()))
        .ipPermissionsEgress(RuleShapes.permissions(group.rules(Direction.EGRESS).toList()))
        .tags(Tagging.of(network, group.id()))
        .build();
  }
}
