package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Cidrs;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.PublicPools;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/**
 * Gives a VPC a further IPv4 block, or an IPv6 block of Amazon's; each table gets its local route.
 *
 * @param pools where its addresses must not be, and where its IPv6 block comes from
 */
public record AssociateVpcCidrBlock(PublicPools pools)
    implements Action<AssociateVpcCidrBlockRequest, AssociateVpcCidrBlockResponse> {
  @Override
  public Class<AssociateVpcCidrBlockRequest> request() {
    return AssociateVpcCidrBlockRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "VpcId", "CidrBlock", "AmazonProvidedIpv6CidrBlock", "Ipv6CidrBlockNetworkBorderGroup");
  }

  @Override
  public Decision<AssociateVpcCidrBlockResponse> decide(
      Network network, Caller caller, AssociateVpcCidrBlockRequest request, Draw draw) {
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    boolean ipv6 =
        BorderGroup.wantsIpv6(
            caller,
            request.amazonProvidedIpv6CidrBlock(),
            request.ipv6CidrBlockNetworkBorderGroup());
    String text = request.cidrBlock();
    if (ipv6 && text != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters cidrBlock and amazonProvidedIpv6CidrBlock may not be used together");
    }
    if (ipv6) {
      return ipv6(network, caller, vpc, draw);
    }
    if (text == null) {
      throw new AwsException(
          "MissingParameter",
          "The request must contain the parameter cidrBlock or amazonProvidedIpv6CidrBlock");
    }
    return ipv4(network, caller, vpc, Cidrs.parse("cidrBlock", Family.IPV4, text), draw);
  }

  private Decision<AssociateVpcCidrBlockResponse> ipv4(
      Network network, Caller caller, Vpc vpc, Prefix cidr, Draw draw) {
    VpcBlocks.checkSecondary(network, vpc, cidr, pools);
    Quotas.of(network, caller).check(Quota.IPV4_CIDRS_PER_VPC, vpc.ipv4().size() + 1L);
    Vpc.Block block =
        new Vpc.Block(new VpcCidrAssociationId(draw.id(VpcCidrAssociationId.PREFIX)), cidr);
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            vpc.withBlocks(
                Stream.concat(vpc.ipv4().stream(), Stream.of(block)).toList(), vpc.ipv6())));
    for (RouteTable table : Parts.routeTables(network, vpc.id())) {
      changes.add(
          new Change.Put(
              table.withRoutes(
                  Stream.concat(table.routes().stream(), Stream.of(NewVpc.local(cidr))).toList())));
    }
    return new Decision<>(
        changes,
        AssociateVpcCidrBlockResponse.builder()
            .vpcId(vpc.id().value())
            .cidrBlockAssociation(VpcAnswer.ipv4(block, VpcCidrBlockStateCode.ASSOCIATING))
            .build());
  }

  private Decision<AssociateVpcCidrBlockResponse> ipv6(
      Network network, Caller caller, Vpc vpc, Draw draw) {
    Quotas.of(network, caller).check(Quota.IPV6_CIDRS_PER_VPC, vpc.ipv6().size() + 1L);
    List<Change> changes =
        VpcIpv6.add(
            vpc,
            VpcBlocks.amazonProvided(network, pools),
            Parts.routeTables(network, vpc.id()),
            Parts.defaultAcl(network, vpc.id()),
            Parts.groups(network, vpc.id()).stream()
                .filter(SecurityGroup::isDefault)
                .findFirst()
                .orElseThrow(),
            draw::id);
    Vpc after = network.apply(changes).vpcs().require(vpc.id());
    return new Decision<>(
        changes,
        AssociateVpcCidrBlockResponse.builder()
            .vpcId(vpc.id().value())
            .ipv6CidrBlockAssociation(
                VpcAnswer.ipv6(after, after.ipv6().getLast(), VpcCidrBlockStateCode.ASSOCIATING))
            .build());
  }
}
