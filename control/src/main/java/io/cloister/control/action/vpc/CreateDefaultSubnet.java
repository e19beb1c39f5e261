package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.region.Zone;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateDefaultSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateDefaultSubnetResponse;

/** Makes the default subnet of a zone again, for who has deleted theirs. */
public record CreateDefaultSubnet()
    implements Action<CreateDefaultSubnetRequest, CreateDefaultSubnetResponse> {
  @Override
  public Class<CreateDefaultSubnetRequest> request() {
    return CreateDefaultSubnetRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AvailabilityZone", "AvailabilityZoneId", "Ipv6Native");
  }

  @Override
  public Decision<CreateDefaultSubnetResponse> decide(
      Network network, Caller caller, CreateDefaultSubnetRequest request, Draw draw) {
    NewSubnet.refuseIpv6Only(request.ipv6Native());
    Zone zone =
        Zones.named(caller, request.availabilityZone(), request.availabilityZoneId())
            .orElseThrow(() ->
                new AwsException(
                    "MissingParameter",
                    "The request must contain the parameter availabilityZone or availabilityZoneId"));
    Vpc vpc =
        Parts.defaultVpc(network, caller.scope())
            .orElseThrow(() ->
                new AwsException(
                    "DefaultVpcDoesNotExist",
                    "There is no default VPC in %s: make one with CreateDefaultVpc"
                        .formatted(caller.region())));
    for (Subnet other : Parts.subnets(network, vpc.id())) {
      if (other.defaultForAz() && other.zone().equals(zone.name())) {
        throw new AwsException(
            "DefaultSubnetAlreadyExistsInAvailabilityZone",
            "'%s' is already the default subnet in %s.".formatted(other.id(), zone.name()));
      }
    }
    Prefix cidr =
        SubnetBlocks.free(network, vpc, Family.IPV4, DefaultVpc.SUBNET_LENGTH)
            .orElseThrow(() ->
                new AwsException(
                    "InvalidSubnet.Conflict",
                    "There is no free /%d in %s (%s): delete a subnet of it first"
                        .formatted(DefaultVpc.SUBNET_LENGTH, vpc.id(), vpc.primary())));
    Subnet subnet = DefaultVpc.subnet(vpc, zone.name(), cidr, draw::id);
    List<Change> changes =
        NewSubnet.changes(network, caller, subnet, Collections.emptySortedMap(), draw::id);
    return new Decision<>(
        changes,
        CreateDefaultSubnetResponse.builder()
            .subnet(SubnetAnswer.of(network.apply(changes), subnet))
            .build());
  }
}
