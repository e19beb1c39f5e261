package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateDefaultSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.Subnet;

class SubnetTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();

  @Test
  void aSubnetIsAnsweredWithEverythingThatAwsAnswers() {
    Subnet made =
        cloud
            .call(
                new CreateSubnet(),
                CreateSubnetRequest.builder()
                    .vpcId(vpc)
                    .cidrBlock("10.0.1.7/24")
                    .availabilityZoneId("use1-az2")
                    .tagSpecifications(Made.tags("subnet", "Name", "web"))
                    .build())
            .subnet();
    assertThat(made.cidrBlock()).isEqualTo("10.0.1.0/24");
    assertThat(made.stateAsString()).isEqualTo("available");
    assertThat(made.availableIpAddressCount()).isEqualTo(251);
    assertThat(made.availabilityZone()).isEqualTo("us-east-1b");
    assertThat(made.availabilityZoneId()).isEqualTo("use1-az2");
    assertThat(made.mapPublicIpOnLaunch()).isFalse();
    assertThat(made.defaultForAz()).isFalse();
    assertThat(made.assignIpv6AddressOnCreation()).isFalse();
    assertThat(made.ownerId()).isEqualTo("111122223333");
    assertThat(made.subnetArn())
        .isEqualTo("arn:aws:ec2:us-east-1:111122223333:subnet/" + made.subnetId());
    assertThat(made.tags()).extracting(t -> t.key() + "=" + t.value()).containsExactly("Name=web");
    assertThat(describe(made.subnetId())).isEqualTo(made);
    assertThat(Parts.defaultAcl(cloud.network(), new VpcId(vpc)).associations())
        .extracting(a -> a.subnet().value())
        .containsExactly(made.subnetId());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, ok",
    "10.0.128.0/17, ok",
    "10.0.255.240/28, ok",
    "10.0.0.0/15, InvalidSubnet.Range",
    "10.0.0.0/29, InvalidSubnet.Range",
    "10.1.0.0/24, InvalidSubnet.Range",
    "192.168.0.0/24, InvalidSubnet.Range",
    "10.0.0.0, InvalidParameterValue",
    "::/64, InvalidParameterValue"
  })
  void blocks(String cidr, String expected) {
    CreateSubnetRequest request = CreateSubnetRequest.builder().vpcId(vpc).cidrBlock(cidr).build();
    if (expected.equals("ok")) {
      cloud.call(new CreateSubnet(), request);
    } else {
      assertThat(cloud.code(new CreateSubnet(), request)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/23, 10.0.1.0/24, 10.0.2.0/24",
    "10.0.0.0/24, 10.0.0.0/24, 10.0.1.0/24",
    "10.0.1.0/24, 10.0.0.0/23, 10.0.2.0/23",
    "10.0.0.0/17, 10.0.0.0/16, there is no free /16",
    "10.0.4.0/22, 10.0.7.240/28, 10.0.0.0/28"
  })
  void overlapsAreRefusedWithTheNextFreeBlock(String there, String wanted, String remedy) {
    String id = Made.subnet(cloud, vpc, there).subnetId();
    AwsException refused =
        cloud.refusal(
            new CreateSubnet(), CreateSubnetRequest.builder().vpcId(vpc).cidrBlock(wanted).build());
    assertThat(refused.code()).isEqualTo("InvalidSubnet.Conflict");
    assertThat(refused.text()).contains(id).contains(there).contains(remedy);
  }

  @Test
  void aSubnetMayLieInASecondaryBlockButNotAcrossTwo() {
    Made.secondary(cloud, vpc, "10.1.0.0/17");
    Made.subnet(cloud, vpc, "10.1.0.0/24");
    assertThat(
            cloud.code(
                new CreateSubnet(),
                CreateSubnetRequest.builder().vpcId(vpc).cidrBlock("10.1.0.0/16").build()))
        .isEqualTo("InvalidSubnet.Range");
  }

  @Test
  void requestsThatDoNotMakeSense() {
    CreateSubnetRequest.Builder ok =
        CreateSubnetRequest.builder().vpcId(vpc).cidrBlock("10.0.0.0/24");
    assertThat(cloud.code(new CreateSubnet(), ok.copy().cidrBlock(null).build()))
        .isEqualTo("MissingParameter");
    assertThat(cloud.code(new CreateSubnet(), ok.copy().vpcId("vpc-00000000").build()))
        .isEqualTo("InvalidVpcID.NotFound");
    assertThat(cloud.code(new CreateSubnet(), ok.copy().vpcId("subnet-00000000").build()))
        .isEqualTo("InvalidVpcId.Malformed");
    assertThat(cloud.refusal(new CreateSubnet(), ok.copy().availabilityZone("us-east-1z").build()))
        .satisfies(e -> {
          assertThat(e.code()).isEqualTo("InvalidParameterValue");
          assertThat(e.text()).contains("us-east-1a, us-east-1b");
        });
    assertThat(cloud.code(new CreateSubnet(), ok.copy().availabilityZoneId("usw2-az1").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                new CreateSubnet(),
                ok.copy().availabilityZone("us-east-1a").availabilityZoneId("use1-az1").build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(cloud.code(new CreateSubnet(), ok.copy().ipv6Native(true).build()))
        .isEqualTo("UnsupportedOperation");
  }

  @Test
  void theQuotaIsOfAVpc() {
    cloud.apply(Quotas.change(cloud.caller().scope(), Quota.SUBNETS_PER_VPC, 6));
    for (int i = 0; i < 6; i++) {
      Made.subnet(cloud, vpc, "10.0." + i + ".0/24");
    }
    assertThat(
            cloud.code(
                new CreateSubnet(),
                CreateSubnetRequest.builder().vpcId(vpc).cidrBlock("10.0.9.0/24").build()))
        .isEqualTo("SubnetLimitExceeded");
  }

  @Test
  void interfacesTakeAddressesAndStandInTheWay() {
    String subnet = Made.subnet(cloud, vpc, "10.0.0.0/28").subnetId();
    NetworkInterface eni = Made.instance(cloud, subnet, "00000001", "10.0.0.4");
    assertThat(describe(subnet).availableIpAddressCount()).isEqualTo(10);
    DeleteSubnetRequest delete = DeleteSubnetRequest.builder().subnetId(subnet).build();
    AwsException refused = cloud.refusal(new DeleteSubnet(), delete);
    assertThat(refused.code()).isEqualTo("DependencyViolation");
    assertThat(refused.text()).contains(eni.id().value());
    assertThat(cloud.code(new DeleteVpc(), DeleteVpcRequest.builder().vpcId(vpc).build()))
        .isEqualTo("DependencyViolation");
  }

  @Test
  void aSubnetTakesItsAssociationsWithIt() {
    Network before = cloud.network();
    String subnet = Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId();
    String table = Made.table(cloud, vpc);
    cloud.call(
        new AssociateRouteTable(),
        AssociateRouteTableRequest.builder().routeTableId(table).subnetId(subnet).build());
    cloud.call(new DeleteSubnet(), DeleteSubnetRequest.builder().subnetId(subnet).build());
    cloud.call(
        new DeleteRouteTable(), DeleteRouteTableRequest.builder().routeTableId(table).build());
    assertThat(cloud.network().asChanges()).isEqualTo(before.asChanges());
    assertThat(
            cloud.code(new DeleteSubnet(), DeleteSubnetRequest.builder().subnetId(subnet).build()))
        .isEqualTo("InvalidSubnetID.NotFound");
  }

  @Test
  void aZoneHasOneDefaultSubnetWhichCanBeMadeAgain() {
    CreateDefaultSubnetRequest again =
        CreateDefaultSubnetRequest.builder().availabilityZone("us-east-1c").build();
    assertThat(cloud.code(new CreateDefaultSubnet(), again))
        .isEqualTo("DefaultSubnetAlreadyExistsInAvailabilityZone");
    io.cloister.model.vpc.Subnet old =
        cloud
            .network()
            .subnets()
            .where(s -> s.defaultForAz() && s.zone().equals("us-east-1c"))
            .findFirst()
            .orElseThrow();
    cloud.call(
        new DeleteSubnet(), DeleteSubnetRequest.builder().subnetId(old.id().value()).build());
    Subnet made = cloud.call(new CreateDefaultSubnet(), again).subnet();
    assertThat(made.cidrBlock()).isEqualTo(old.cidr().toString());
    assertThat(made.defaultForAz()).isTrue();
    assertThat(made.mapPublicIpOnLaunch()).isTrue();
    assertThat(cloud.code(new CreateDefaultSubnet(), CreateDefaultSubnetRequest.builder().build()))
        .isEqualTo("MissingParameter");
    assertThat(cloud.code(new CreateDefaultSubnet(), again.copy(b -> b.ipv6Native(true))))
        .isEqualTo("UnsupportedOperation");
    assertThat(Emptied.of(cloud).code(new CreateDefaultSubnet(), again))
        .isEqualTo("DefaultVpcDoesNotExist");
  }

  @Test
  void aDefaultVpcThatIsFullHasNoRoomForADefaultSubnet() {
    String full =
        Parts.defaultVpc(cloud.network(), cloud.caller().scope()).orElseThrow().id().value();
    for (int i = 6; i < 16; i++) {
      Made.subnet(cloud, full, "172.31." + 16 * i + ".0/20");
    }
    io.cloister.model.vpc.Subnet old =
        cloud
            .network()
            .subnets()
            .where(s -> s.zone().equals("us-east-1b"))
            .findFirst()
            .orElseThrow();
    cloud.call(
        new DeleteSubnet(), DeleteSubnetRequest.builder().subnetId(old.id().value()).build());
    Made.subnet(cloud, full, old.cidr().toString());
    assertThat(
            cloud.code(
                new CreateDefaultSubnet(),
                CreateDefaultSubnetRequest.builder().availabilityZone("us-east-1b").build()))
        .isEqualTo("InvalidSubnet.Conflict");
  }

  private Subnet describe(String id) {
    return cloud
        .call(new DescribeSubnets(), DescribeSubnetsRequest.builder().subnetIds(id).build())
        .subnets()
        .getFirst();
  }
}
