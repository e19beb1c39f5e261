package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Ipv4Address;
import io.cloister.model.ip.Ipv6Address;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

class SubnetIpv6Test {
  private final Cloud cloud = Cloud.fresh();
  private final Vpc vpc = Made.dualStack(cloud, "10.0.0.0/16");
  private final Prefix block =
      Prefix.of(vpc.ipv6CidrBlockAssociationSet().getFirst().ipv6CidrBlock());

  private String block(int index, int length) {
    return new Prefix(nth(index), length).toString();
  }

  /** The first address of a /64 of the VPC's block. */
  private IpAddress nth(int index) {
    return switch (block.address()) {
      case Ipv6Address(long high, long low) -> new Ipv6Address(high + index, low);
      case Ipv4Address other -> other;
    };
  }

  @Test
  void aSubnetGetsItsBlockWhenItIsMadeOrLater() {
    Subnet made =
        cloud
            .call(
                new CreateSubnet(),
                CreateSubnetRequest.builder()
                    .vpcId(vpc.vpcId())
                    .cidrBlock("10.0.0.0/24")
                    .ipv6CidrBlock(block(0, 64))
                    .build())
            .subnet();
    assertThat(made.ipv6CidrBlockAssociationSet().getFirst().ipv6CidrBlock())
        .isEqualTo(block(0, 64));
    String later = Made.subnet(cloud, vpc.vpcId(), "10.0.1.0/24").subnetId();
    assertThat(cloud.refusal(new AssociateSubnetCidrBlock(), associate(later, block(0, 64))))
        .satisfies(e -> {
          assertThat(e.code()).isEqualTo("InvalidSubnet.Conflict");
          assertThat(e.text()).contains(made.subnetId()).contains(block(1, 64));
        });
    AssociateSubnetCidrBlockResponse answer =
        cloud.call(new AssociateSubnetCidrBlock(), associate(later, block(1, 64)));
    assertThat(answer.ipv6CidrBlockAssociation().ipv6CidrBlockState().stateAsString())
        .isEqualTo("associating");
    assertThat(cloud.code(new AssociateSubnetCidrBlock(), associate(later, block(2, 64))))
        .isEqualTo("CidrLimitExceeded");
  }

  @ParameterizedTest
  @CsvSource({
    "64, ok",
    "60, ok",
    "56, ok",
    "52, InvalidSubnet.Range",
    "63, InvalidSubnet.Range",
    "68, InvalidSubnet.Range",
    "128, InvalidSubnet.Range"
  })
  void lengths(int length, String expected) {
    String subnet = Made.subnet(cloud, vpc.vpcId(), "10.0.0.0/24").subnetId();
    AssociateSubnetCidrBlockRequest request = associate(subnet, block(0, length));
    if (expected.equals("ok")) {
      cloud.call(new AssociateSubnetCidrBlock(), request);
    } else {
      assertThat(cloud.code(new AssociateSubnetCidrBlock(), request)).isEqualTo(expected);
    }
  }

  @Test
  void blocksThatAreNotTheVpcs() {
    String subnet = Made.subnet(cloud, vpc.vpcId(), "10.0.0.0/24").subnetId();
    assertThat(cloud.code(new AssociateSubnetCidrBlock(), associate(subnet, "fd00::/64")))
        .isEqualTo("InvalidSubnet.Range");
    assertThat(cloud.code(new AssociateSubnetCidrBlock(), associate(subnet, "10.0.0.0/24")))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(new AssociateSubnetCidrBlock(), associate(subnet, null)))
        .isEqualTo("MissingParameter");
    Vpc plain = Made.vpc(cloud, "10.0.0.0/16");
    String without = Made.subnet(cloud, plain.vpcId(), "10.0.0.0/24").subnetId();
    assertThat(
            cloud.refusal(new AssociateSubnetCidrBlock(), associate(without, block(0, 64))).text())
        .contains("has no IPv6 block");
  }

  @Test
  void aBlockGoesOnceNoInterfaceHasAnAddressOfIt() {
    String subnet = Made.subnet(cloud, vpc.vpcId(), "10.0.0.0/24").subnetId();
    String association =
        cloud
            .call(new AssociateSubnetCidrBlock(), associate(subnet, block(0, 64)))
            .ipv6CidrBlockAssociation()
            .associationId();
    cloud.call(
        new ModifySubnetAttribute(),
        ModifySubnetAttributeRequest.builder()
            .subnetId(subnet)
            .assignIpv6AddressOnCreation(v -> v.value(true))
            .build());
    NetworkInterface eni = Made.instance(cloud, subnet, "00000001", "10.0.0.4");
    cloud.apply(new Change.Put(eni.withAddresses(eni.ipv4(), List.of(block.address().plus(5)))));
    AwsException refused = cloud.refusal(new DisassociateSubnetCidrBlock(), gone(association));
    assertThat(refused.code()).isEqualTo("InvalidCidrBlock.InUse");
    assertThat(refused.text()).contains(eni.id().value());
    assertThat(
            cloud.code(
                new DisassociateVpcCidrBlock(),
                DisassociateVpcCidrBlockRequest.builder()
                    .associationId(vpc.ipv6CidrBlockAssociationSet().getFirst().associationId())
                    .build()))
        .isEqualTo("InvalidCidrBlock.InUse");
    cloud.apply(new Change.Put(eni.withAddresses(eni.ipv4(), List.of())));
    assertThat(
            cloud
                .call(new DisassociateSubnetCidrBlock(), gone(association))
                .ipv6CidrBlockAssociation()
                .ipv6CidrBlockState()
                .stateAsString())
        .isEqualTo("disassociating");
    Subnet after =
        cloud
            .call(new DescribeSubnets(), DescribeSubnetsRequest.builder().subnetIds(subnet).build())
            .subnets()
            .getFirst();
    assertThat(after.ipv6CidrBlockAssociationSet()).isEmpty();
    assertThat(after.assignIpv6AddressOnCreation()).isFalse();
    assertThat(cloud.code(new DisassociateSubnetCidrBlock(), gone(association)))
        .isEqualTo("InvalidSubnetCidrBlockAssociationID.NotFound");
    assertThat(cloud.code(new DisassociateSubnetCidrBlock(), gone(subnet)))
        .isEqualTo("InvalidSubnetCidrBlockAssociationID.Malformed");
  }

  private static AssociateSubnetCidrBlockRequest associate(String subnet, @Nullable String cidr) {
    return AssociateSubnetCidrBlockRequest.builder().subnetId(subnet).ipv6CidrBlock(cidr).build();
  }

  private static DisassociateSubnetCidrBlockRequest gone(String association) {
    return DisassociateSubnetCidrBlockRequest.builder().associationId(association).build();
  }
}
