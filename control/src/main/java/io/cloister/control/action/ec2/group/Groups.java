package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;

/** Finds groups as callers name them: by id everywhere, by name in the default VPC. */
public final class Groups {
  private Groups() {}

  /**
   * The caller's default VPC.
   *
   * @throws AwsException {@code VPCIdNotSpecified} when it has been deleted
   */
  public static Vpc defaultVpc(Network network, Caller caller) {
    return findDefaultVpc(network, caller)
        .orElseThrow(() ->
            new AwsException(
                "VPCIdNotSpecified",
                "No default VPC for this user: name a VPC, or make one with CreateDefaultVpc"));
  }

  /** The caller's default VPC, unless it has been deleted. */
  public static Optional<Vpc> findDefaultVpc(Network network, Caller caller) {
    return network.vpcs().where(v -> v.isDefault() && v.scope().equals(caller.scope())).findFirst();
  }

  /** The group with this name in a VPC. */
  public static Optional<SecurityGroup> find(Network network, VpcId vpc, String name) {
    return network
        .securityGroups()
        .where(g -> g.vpc().equals(vpc) && g.name().equals(name))
        .findFirst();
  }

  /** A group of the default VPC by its name. */
  static SecurityGroup named(Network network, Caller caller, String name) {
    Vpc vpc = defaultVpc(network, caller);
    return find(network, vpc.id(), name)
        .orElseThrow(() ->
            new AwsException(
                "InvalidGroup.NotFound",
                "The security group '%s' does not exist in default VPC '%s'"
                    .formatted(name, vpc.id())));
  }

  /** The group that a request names by one of two members. */
  static SecurityGroup one(
      Network network, Caller caller, @Nullable String id, @Nullable String name) {
    if (id != null && name != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter groupName cannot be used with the parameter groupId");
    }
    if (id != null) {
      return byId(network, caller, id);
    }
    if (name != null) {
      return named(network, caller, name);
    }
    throw new AwsException(
        "MissingParameter", "The request must contain the parameter groupName or groupId");
  }

  /** The caller's group with this id. */
  static SecurityGroup byId(Network network, Caller caller, String id) {
    return network
        .securityGroups()
        .get(Lookups.SECURITY_GROUP.id(id))
        .filter(g -> g.scope().equals(caller.scope()))
        .orElseThrow(() ->
            new AwsException(
                "InvalidGroup.NotFound", "The security group '%s' does not exist".formatted(id)));
  }

  /**
   * The groups that an interface shall carry: those given by id, those given by name (in the
   * default VPC), or else the VPC's default group.
   *
   * @throws AwsException {@code InvalidGroup.NotFound}, {@code InvalidParameter} for a group of
   *     another VPC, and the quota's code for too many
   */
  public static List<SecurityGroupId> forInterface(
      Network network,
      Caller caller,
      VpcId vpc,
      String subnet,
      List<String> ids,
      List<String> names) {
    List<SecurityGroupId> groups = new ArrayList<>();
    for (String id : ids) {
      SecurityGroup group = byId(network, caller, id);
      if (!group.vpc().equals(vpc)) {
        throw new AwsException(
            "InvalidParameter",
            "Security group %s and subnet %s belong to different networks.".formatted(id, subnet));
      }
      groups.add(group.id());
    }
    for (String name : names) {
      groups.add(
          find(network, vpc, name)
              .map(SecurityGroup::id)
              .orElseThrow(() ->
                  new AwsException(
                      "InvalidGroup.NotFound",
                      "The security group '%s' does not exist in VPC '%s'".formatted(name, vpc))));
    }
    if (groups.isEmpty()) {
      return List.of(defaultGroup(network, vpc).id());
    }
    List<SecurityGroupId> distinct = groups.stream().distinct().toList();
    Quotas.of(network, caller).check(Quota.SECURITY_GROUPS_PER_INTERFACE, distinct.size());
    return distinct;
  }

  /** The default group of a VPC, which every VPC has. */
  public static SecurityGroup defaultGroup(Network network, VpcId vpc) {
    return find(network, vpc, "default")
        .orElseThrow(() -> new IllegalStateException("a VPC without a default group: " + vpc));
  }

  /** Groups as answers about interfaces and instances name them. */
  public static List<GroupIdentifier> identifiers(Network network, List<SecurityGroupId> groups) {
    return groups.stream()
        .map(id ->
            GroupIdentifier.builder()
                .groupId(id.value())
                .groupName(network.securityGroups().require(id).name())
                .build())
        .toList();
  }
}
