package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.PublicPools;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcState;

class VpcTest {
  private final Cloud cloud = Cloud.fresh();

  @Test
  void aVpcComesWithItsMainTableDefaultAclAndDefaultGroup() {
    Vpc made = Made.vpc(cloud, "10.9.8.7/16");
    assertThat(made.cidrBlock()).as("AWS makes blocks canonical").isEqualTo("10.9.0.0/16");
    assertThat(made.state()).isEqualTo(VpcState.PENDING);
    assertThat(made.isDefault()).isFalse();
    assertThat(made.instanceTenancyAsString()).isEqualTo("default");

    VpcId id = new VpcId(made.vpcId());
    RouteTable main = Parts.main(cloud.network(), id);
    assertThat(main.routes()).containsExactly(NewVpc.local(Prefix.of("10.9.0.0/16")));
    NetworkAcl acl = Parts.defaultAcl(cloud.network(), id);
    assertThat(acl.entries()).extracting(NetworkAcl.Entry::number).containsExactly(100, 100);
    SecurityGroup group = Parts.groups(cloud.network(), id).getFirst();
    assertThat(group.name()).isEqualTo("default");
    assertThat(group.rules(Direction.EGRESS)).hasSize(1);

    Vpc seen = describe(made.vpcId());
    assertThat(seen.state()).isEqualTo(VpcState.AVAILABLE);
    assertThat(seen.ownerId()).isEqualTo("111122223333");
    assertThat(seen.dhcpOptionsId()).isEqualTo(describe("isDefault", "true").dhcpOptionsId());
    assertThat(seen.cidrBlockAssociationSet().getFirst().cidrBlockState().stateAsString())
        .isEqualTo("associated");
  }

  @Test
  void anIpv6BlockBringsItsRouteItsAclRuleAndTheWayOut() {
    Vpc made = Made.dualStack(cloud, "10.0.0.0/16");
    Prefix block = Prefix.of(made.ipv6CidrBlockAssociationSet().getFirst().ipv6CidrBlock());
    assertThat(block.length()).isEqualTo(56);
    assertThat(PublicPools.USUAL.ipv6().contains(block)).isTrue();
    VpcId id = new VpcId(made.vpcId());
    assertThat(Parts.main(cloud.network(), id).routes()).contains(NewVpc.local(block));
    assertThat(Parts.defaultAcl(cloud.network(), id).entries())
        .extracting(NetworkAcl.Entry::number)
        .containsExactly(100, 101, 100, 101);
    assertThat(Parts.groups(cloud.network(), id).getFirst().rules(Direction.EGRESS)).hasSize(2);
    assertThat(describe(made.vpcId()).ipv6CidrBlockAssociationSet().getFirst())
        .satisfies(a -> {
          assertThat(a.ipv6CidrBlockState().stateAsString()).isEqualTo("associated");
          assertThat(a.networkBorderGroup()).isEqualTo("us-east-1");
          assertThat(a.ipv6Pool()).isEqualTo("Amazon");
        });
  }

  @Test
  void ipv6BlocksOfAllAccountsAndRegionsDiffer() {
    List<String> blocks = new ArrayList<>();
    for (Cloud c :
        List.of(
            cloud,
            cloud.as("444455556666", "aws", "us-east-1"),
            cloud.as("111122223333", "aws-cn", "cn-north-1"))) {
      for (int i = 0; i < 3; i++) {
        blocks.add(
            Made.dualStack(c, "10.0.0.0/16")
                .ipv6CidrBlockAssociationSet()
                .getFirst()
                .ipv6CidrBlock());
      }
    }
    assertThat(blocks).doesNotHaveDuplicates().hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, InvalidParameterValue",
    "10.0.0.0/33, InvalidParameterValue",
    "2001:db8::/56, InvalidParameterValue",
    "'', InvalidParameterValue",
    "10.0.0.0/15, InvalidVpc.Range",
    "10.0.0.0/29, InvalidVpc.Range",
    "0.1.0.0/16, InvalidVpc.Range",
    "127.0.0.0/24, InvalidVpc.Range",
    "169.254.7.0/24, InvalidVpc.Range",
    "239.255.0.0/16, InvalidVpc.Range",
    "198.18.0.0/16, InvalidVpc.Range",
    "198.18.44.0/28, InvalidVpc.Range",
    "203.0.0.0/16, InvalidVpc.Range",
    "203.0.113.16/28, InvalidVpc.Range"
  })
  void blocksThatNoVpcMayHave(String cidr, String code) {
    CreateVpcRequest request = CreateVpcRequest.builder().cidrBlock(cidr).build();
    assertThat(cloud.code(Made.CREATE_VPC, request)).isEqualTo(code);
  }

  @Test
  void aBlockInsideAPublicPoolIsRefusedWithTheReason() {
    AwsException refused =
        cloud.refusal(
            Made.CREATE_VPC, CreateVpcRequest.builder().cidrBlock("198.18.5.0/24").build());
    assertThat(refused.text()).contains("198.18.0.0/16").contains("public addresses");
  }

  @Test
  void requestsThatDoNotMakeSense() {
    assertThat(cloud.code(Made.CREATE_VPC, CreateVpcRequest.builder().build()))
        .isEqualTo("MissingParameter");
    CreateVpcRequest.Builder ok = CreateVpcRequest.builder().cidrBlock("10.0.0.0/16");
    assertThat(cloud.code(Made.CREATE_VPC, ok.copy().instanceTenancy("host").build()))
        .isEqualTo("UnsupportedTenancy");
    assertThat(
            cloud.code(
                Made.CREATE_VPC, ok.copy().ipv6CidrBlockNetworkBorderGroup("us-east-1").build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(
            cloud.code(
                Made.CREATE_VPC,
                ok.copy()
                    .amazonProvidedIpv6CidrBlock(true)
                    .ipv6CidrBlockNetworkBorderGroup("us-east-1-wl1-bos-wlz-1")
                    .build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                Made.CREATE_VPC, ok.copy().tagSpecifications(Made.tags("subnet", "a", "")).build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void theQuotaCountsTheDefaultVpcAndOneRegion() {
    for (int i = 0; i < 4; i++) {
      Made.vpc(cloud, "10.0.0.0/16");
    }
    CreateVpcRequest one = CreateVpcRequest.builder().cidrBlock("10.0.0.0/16").build();
    assertThat(cloud.code(Made.CREATE_VPC, one)).isEqualTo("VpcLimitExceeded");
    cloud.as("111122223333", "aws", "eu-west-1").call(Made.CREATE_VPC, one);
    cloud.as("444455556666", "aws", "us-east-1").call(Made.CREATE_VPC, one);
    cloud.apply(Quotas.change(cloud.caller().scope(), Quota.VPCS_PER_REGION, 6));
    cloud.call(Made.CREATE_VPC, one);
  }

  @Test
  void aVpcIsDeletedWithWhatCameWithItAndNothingIsLeft() {
    Network before = cloud.network();
    Vpc made =
        cloud
            .call(
                Made.CREATE_VPC,
                CreateVpcRequest.builder()
                    .cidrBlock("10.0.0.0/16")
                    .amazonProvidedIpv6CidrBlock(true)
                    .tagSpecifications(Made.tags("vpc", "a", "b"))
                    .build())
            .vpc();
    assertThat(made.tags()).hasSize(1);
    cloud.call(new DeleteVpc(), DeleteVpcRequest.builder().vpcId(made.vpcId()).build());
    assertThat(cloud.network().asChanges()).isEqualTo(before.asChanges());
  }

  @Test
  void aVpcInUseIsNotDeletedAndTheErrorSaysWhy() {
    Vpc made = Made.vpc(cloud, "10.0.0.0/16");
    String subnet = Made.subnet(cloud, made.vpcId(), "10.0.0.0/24").subnetId();
    DeleteVpcRequest delete = DeleteVpcRequest.builder().vpcId(made.vpcId()).build();
    AwsException refused = cloud.refusal(new DeleteVpc(), delete);
    assertThat(refused.code()).isEqualTo("DependencyViolation");
    assertThat(refused.text()).contains(subnet);
    cloud.call(new DeleteSubnet(), DeleteSubnetRequest.builder().subnetId(subnet).build());
    cloud.call(new DeleteVpc(), delete);
    assertThat(cloud.code(new DeleteVpc(), delete)).isEqualTo("InvalidVpcID.NotFound");
    assertThat(cloud.code(new DeleteVpc(), DeleteVpcRequest.builder().vpcId("vpc-xyz").build()))
        .isEqualTo("InvalidVpcId.Malformed");
  }

  @Test
  void accountsAndRegionsDoNotSeeEachOther() {
    String id = Made.vpc(cloud, "10.0.0.0/16").vpcId();
    DescribeVpcsRequest request = DescribeVpcsRequest.builder().vpcIds(id).build();
    assertThat(cloud.as("444455556666", "aws", "us-east-1").code(new DescribeVpcs(), request))
        .isEqualTo("InvalidVpcID.NotFound");
    assertThat(cloud.as("111122223333", "aws", "eu-west-1").code(new DescribeVpcs(), request))
        .isEqualTo("InvalidVpcID.NotFound");
  }

  @Test
  void thereIsOneDefaultVpcAndItCanBeMadeAgain() {
    CreateDefaultVpcRequest again = CreateDefaultVpcRequest.builder().build();
    assertThat(cloud.code(new CreateDefaultVpc(), again)).isEqualTo("DefaultVpcAlreadyExists");
    Cloud without = Emptied.of(cloud);
    assertThat(without.network().vpcs().size()).isZero();
    Vpc made = without.call(new CreateDefaultVpc(), again).vpc();
    assertThat(made.isDefault()).isTrue();
    assertThat(Parts.subnets(without.network(), new VpcId(made.vpcId()))).hasSize(6);
    assertThat(Parts.gateway(without.network(), new VpcId(made.vpcId()))).isPresent();
    for (int i = 0; i < 4; i++) {
      Made.vpc(without, "10.0.0.0/16");
    }
    assertThat(without.code(new CreateDefaultVpc(), again)).isEqualTo("DefaultVpcAlreadyExists");
  }

  private Vpc describe(String id) {
    return cloud
        .call(new DescribeVpcs(), DescribeVpcsRequest.builder().vpcIds(id).build())
        .vpcs()
        .getFirst();
  }

  private Vpc describe(String filter, String value) {
    return cloud
        .call(
            new DescribeVpcs(),
            DescribeVpcsRequest.builder()
                .filters(Filter.builder().name(filter).values(value).build())
                .build())
        .vpcs()
        .getFirst();
  }
}
