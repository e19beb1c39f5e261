package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Cidrs;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;

/** Gives a subnet its IPv6 block, out of its VPC's. */
public record AssociateSubnetCidrBlock()
    implements Action<AssociateSubnetCidrBlockRequest, AssociateSubnetCidrBlockResponse> {
  @Override
  public Class<AssociateSubnetCidrBlockRequest> request() {
    return AssociateSubnetCidrBlockRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("SubnetId", "Ipv6CidrBlock");
  }

  @Override
  public Decision<AssociateSubnetCidrBlockResponse> decide(
      Network network, Caller caller, AssociateSubnetCidrBlockRequest request, Draw draw) {
    Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, request.subnetId());
    if (request.ipv6CidrBlock() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter ipv6CidrBlock");
    }
    Prefix cidr = Cidrs.parse("ipv6CidrBlock", Family.IPV6, request.ipv6CidrBlock());
    if (!subnet.ipv6().isEmpty()) {
      throw new AwsException(
          "CidrLimitExceeded",
          "The subnet %s already has the IPv6 CIDR block %s, and may have one: disassociate %s first"
              .formatted(
                  subnet.id(), subnet.ipv6().getFirst().cidr(), subnet.ipv6().getFirst().id()));
    }
    SubnetBlocks.checkIpv6(network, network.vpcs().require(subnet.vpc()), cidr);
    Subnet.Ipv6Block block =
        new Subnet.Ipv6Block(
            new SubnetCidrAssociationId(draw.id(SubnetCidrAssociationId.PREFIX)), cidr);
    return Decision.of(
        AssociateSubnetCidrBlockResponse.builder()
            .subnetId(subnet.id().value())
            .ipv6CidrBlockAssociation(
                SubnetAnswer.ipv6(block, SubnetCidrBlockStateCode.ASSOCIATING))
            .build(),
        new Change.Put(subnet.withIpv6(List.of(block))));
  }
}
