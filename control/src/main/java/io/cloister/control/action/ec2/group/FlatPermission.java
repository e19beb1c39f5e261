package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.ip.Family;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * The older way to write one ingress rule, as members of the request itself. A source group without
 * a protocol means all of TCP, UDP and ICMP (EC2 API reference, {@code
 * AuthorizeSecurityGroupIngress}).
 */
record FlatPermission(
    @Nullable String protocol,
    @Nullable Integer from,
    @Nullable Integer to,
    @Nullable String cidr,
    @Nullable String sourceGroup,
    @Nullable String sourceOwner) {
  private static final int PORTS = 65535;

  /** The members that it is read from. */
  static final Set<String> HONOURED =
      Set.of(
          "CidrIp",
          "FromPort",
          "ToPort",
          "IpProtocol",
          "SourceSecurityGroupName",
          "SourceSecurityGroupOwnerId");

  private boolean given() {
    return Stream.of(
            Optional.ofNullable(protocol),
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            Optional.ofNullable(cidr),
            Optional.ofNullable(sourceGroup),
            Optional.ofNullable(sourceOwner))
        .anyMatch(Optional::isPresent);
  }

  /** The rules of a request that may be written in either way, but not in both. */
  List<Wanted> rules(
      Network network, Caller caller, SecurityGroup group, List<IpPermission> permissions) {
    if (!given()) {
      return new Permissions(network, caller, group).read(permissions);
    }
    if (!permissions.isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter ipPermissions may not be used in combination with the parameters of a single permission");
    }
    if (sourceGroup == null) {
      if (cidr == null) {
        throw new AwsException(
            "MissingParameter",
            "Missing source specification: include source security group or CIDR information");
      }
      return List.of(
          new Wanted(
              Traffic.of(protocol, from, to),
              Permissions.cidr(cidr, Family.IPV4),
              Optional.empty()));
    }
    if (cidr != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter cidrIp may not be used in combination with sourceSecurityGroupName");
    }
    if (sourceOwner != null && !sourceOwner.equals(caller.account())) {
      throw new AwsException(
          "InvalidGroup.NotFound", "The security group '%s' does not exist".formatted(sourceGroup));
    }
    RulePeer peer =
        new Permissions(network, caller, group).peer(Groups.named(network, caller, sourceGroup));
    if (protocol != null) {
      return List.of(new Wanted(Traffic.of(protocol, from, to), peer, Optional.empty()));
    }
    return Stream.of(
            Traffic.of("tcp", 0, PORTS), Traffic.of("udp", 0, PORTS), Traffic.of("icmp", -1, -1))
        .map(match -> new Wanted(match, peer, Optional.empty()))
        .toList();
  }
}
