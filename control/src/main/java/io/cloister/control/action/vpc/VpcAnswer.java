package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.BlockPublicAccessStates;
import software.amazon.awssdk.services.ec2.model.IpSource;
import software.amazon.awssdk.services.ec2.model.Ipv6AddressAttribute;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcState;

/** VPCs as EC2 answers them. */
final class VpcAnswer {
  /** What a VPC without a set of DHCP options answers as the id of its set. */
  static final String NO_DHCP_OPTIONS = "default";

  private VpcAnswer() {}

  /** A VPC that is there. */
  static software.amazon.awssdk.services.ec2.model.Vpc of(Network network, Vpc vpc) {
    return of(vpc, VpcState.AVAILABLE, network.tags(vpc.id()));
  }

  /** A VPC in some state: the one that a creating call answers is pending. */
  static software.amazon.awssdk.services.ec2.model.Vpc of(
      Vpc vpc, VpcState state, SortedMap<String, String> tags) {
    VpcCidrBlockStateCode ipv6 =
        state == VpcState.PENDING
            ? VpcCidrBlockStateCode.ASSOCIATING
            : VpcCidrBlockStateCode.ASSOCIATED;
    return software.amazon.awssdk.services.ec2.model.Vpc.builder()
        .vpcId(vpc.id().value())
        .ownerId(vpc.scope().account())
        .state(state)
        .cidrBlock(vpc.primary().toString())
        .cidrBlockAssociationSet(
            vpc.ipv4().stream().map(b -> ipv4(b, VpcCidrBlockStateCode.ASSOCIATED)).toList())
        .ipv6CidrBlockAssociationSet(vpc.ipv6().stream().map(b -> ipv6(vpc, b, ipv6)).toList())
        .dhcpOptionsId(vpc.dhcpOptions().map(ResourceId::value).orElse(NO_DHCP_OPTIONS))
        .instanceTenancy(vpc.tenancy())
        .isDefault(vpc.isDefault())
        .blockPublicAccessStates(notBlocked())
        .tags(Tagging.sdk(tags))
        .build();
  }

  /** An IPv4 block in some state. */
  static VpcCidrBlockAssociation ipv4(Vpc.Block block, VpcCidrBlockStateCode state) {
    return VpcCidrBlockAssociation.builder()
        .associationId(block.id().value())
        .cidrBlock(block.cidr().toString())
        .cidrBlockState(s -> s.state(state))
        .build();
  }

  /** An IPv6 block in some state. */
  static VpcIpv6CidrBlockAssociation ipv6(Vpc vpc, Vpc.Block block, VpcCidrBlockStateCode state) {
    return VpcIpv6CidrBlockAssociation.builder()
        .associationId(block.id().value())
        .ipv6CidrBlock(block.cidr().toString())
        .ipv6CidrBlockState(s -> s.state(state))
        .ipv6Pool("Amazon")
        .networkBorderGroup(vpc.scope().region())
        .ipv6AddressAttribute(Ipv6AddressAttribute.PUBLIC)
        .ipSource(IpSource.AMAZON)
        .build();
  }

  /** That nothing blocks internet gateways, which is what an account has until it asks for it. */
  static BlockPublicAccessStates notBlocked() {
    return BlockPublicAccessStates.builder().internetGatewayBlockMode("off").build();
  }
}
