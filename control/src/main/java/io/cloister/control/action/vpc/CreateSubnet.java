package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Cidrs;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Tagging;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;

/** Makes a subnet, associated with its VPC's default network ACL. */
public record CreateSubnet() implements Action<CreateSubnetRequest, CreateSubnetResponse> {
  @Override
  public Class<CreateSubnetRequest> request() {
    return CreateSubnetRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "VpcId",
        "CidrBlock",
        "Ipv6CidrBlock",
        "Ipv6Native",
        "AvailabilityZone",
        "AvailabilityZoneId",
        "TagSpecifications");
  }

  @Override
  public Decision<CreateSubnetResponse> decide(
      Network network, Caller caller, CreateSubnetRequest request, Draw draw) {
    NewSubnet.refuseIpv6Only(request.ipv6Native());
    if (request.cidrBlock() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter cidrBlock");
    }
    Prefix cidr = Cidrs.parse("cidrBlock", Family.IPV4, request.cidrBlock());
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    Zone zone =
        Zones.named(caller, request.availabilityZone(), request.availabilityZoneId())
            .orElse(Regions.get(caller.region()).zones().getFirst());
    SubnetBlocks.checkIpv4(network, vpc, cidr);
    List<Subnet.Ipv6Block> ipv6 = new ArrayList<>();
    if (request.ipv6CidrBlock() != null) {
      Prefix block = Cidrs.parse("ipv6CidrBlock", Family.IPV6, request.ipv6CidrBlock());
      SubnetBlocks.checkIpv6(network, vpc, block);
      ipv6.add(
          new Subnet.Ipv6Block(
              new SubnetCidrAssociationId(draw.id(SubnetCidrAssociationId.PREFIX)), block));
    }
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "subnet");
    Subnet subnet =
        new Subnet(
            new SubnetId(draw.id(SubnetId.PREFIX)),
            caller.scope(),
            vpc.id(),
            zone.name(),
            cidr,
            ipv6,
            false,
            SubnetSettings.NEW);
    List<Change> changes = NewSubnet.changes(network, caller, subnet, tags, draw::id);
    return new Decision<>(
        changes,
        CreateSubnetResponse.builder()
            .subnet(SubnetAnswer.of(network.apply(changes), subnet))
            .build());
  }
}
