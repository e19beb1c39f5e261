package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.SecurityGroup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.Vpc;

class CidrBlockTest {
  private final Cloud cloud = Cloud.fresh();

  @ParameterizedTest
  @CsvSource({
    // VPC user guide, "IPv4 CIDR block association restrictions".
    "10.1.0.0/16, 10.2.0.0/16, ok",
    "10.1.0.0/16, 10.0.0.0/16, InvalidVpc.Range",
    "10.0.0.0/24, 10.0.1.0/24, InvalidVpc.Range",
    "10.2.0.0/16, 10.0.0.0/16, ok",
    "10.2.0.0/16, 172.16.0.0/16, InvalidVpc.Range",
    "10.2.0.0/16, 192.168.0.0/16, InvalidVpc.Range",
    "10.2.0.0/16, 198.19.0.0/16, InvalidVpc.Range",
    "10.2.0.0/16, 100.64.0.0/16, ok",
    "10.2.0.0/16, 53.0.0.0/16, ok",
    "172.16.0.0/16, 172.17.0.0/16, ok",
    "172.16.0.0/16, 172.31.0.0/16, InvalidVpc.Range",
    "172.16.0.0/16, 10.5.0.0/16, InvalidVpc.Range",
    "192.168.0.0/24, 192.168.1.0/24, ok",
    "192.168.0.0/24, 172.20.0.0/16, InvalidVpc.Range",
    "198.19.0.0/24, 198.19.1.0/24, ok",
    "198.19.0.0/24, 10.0.0.0/16, InvalidVpc.Range",
    "100.64.0.0/16, 100.65.0.0/16, ok",
    "100.64.0.0/16, 10.0.0.0/16, InvalidVpc.Range",
    "53.0.0.0/16, 192.168.0.0/16, InvalidVpc.Range",
    "53.0.0.0/16, 198.19.0.0/16, InvalidVpc.Range",
    "53.0.0.0/16, 54.0.0.0/16, ok",
    // By themselves, or with each other.
    "10.2.0.0/16, 10.2.5.0/24, InvalidVpc.Range",
    "10.2.5.0/24, 10.2.0.0/16, InvalidVpc.Range",
    "10.2.0.0/16, 10.2.0.0/16, InvalidVpc.Range",
    "10.2.0.0/16, 10.4.0.0/15, InvalidVpc.Range",
    "10.2.0.0/16, 10.4.0.0/29, InvalidVpc.Range",
    "10.2.0.0/16, 169.254.0.0/24, InvalidVpc.Range",
    "10.2.0.0/16, 198.18.0.0/24, InvalidVpc.Range",
    "10.2.0.0/16, nonsense, InvalidParameterValue"
  })
  void secondaryBlocks(String primary, String secondary, String expected) {
    Vpc vpc = Made.vpc(cloud, primary);
    AssociateVpcCidrBlockRequest request =
        AssociateVpcCidrBlockRequest.builder().vpcId(vpc.vpcId()).cidrBlock(secondary).build();
    if (!expected.equals("ok")) {
      assertThat(cloud.code(Made.ASSOCIATE_VPC, request)).isEqualTo(expected);
      return;
    }
    AssociateVpcCidrBlockResponse answer = cloud.call(Made.ASSOCIATE_VPC, request);
    assertThat(answer.cidrBlockAssociation().cidrBlockState().stateAsString())
        .isEqualTo("associating");
    assertThat(Parts.main(cloud.network(), new VpcId(vpc.vpcId())).routes())
        .extracting(Route::destination)
        .containsExactly(Prefix.of(primary), Prefix.of(secondary));
  }

  @Test
  void aBlockMustBeSmallerThanTheDestinationOfARouteThatItMeets() {
    String vpc = Made.vpc(cloud, "10.2.0.0/16").vpcId();
    RouteTable main = Parts.main(cloud.network(), new VpcId(vpc));
    Route elsewhere =
        new Route(
            Prefix.of("10.0.0.0/24"),
            new RouteTarget.ToInternetGateway(
                new io.cloister.model.id.InternetGatewayId("igw-00000000")),
            Route.Origin.CREATE_ROUTE);
    cloud.apply(
        new Change.Put(
            main.withRoutes(Stream.concat(main.routes().stream(), Stream.of(elsewhere)).toList())));
    AwsException refused = cloud.refusal(Made.ASSOCIATE_VPC, block(vpc, "10.0.0.0/24"));
    assertThat(refused.code()).isEqualTo("InvalidVpc.Range");
    assertThat(refused.text()).contains(main.id().value());
    assertThat(cloud.code(Made.ASSOCIATE_VPC, block(vpc, "10.0.0.0/16")))
        .isEqualTo("InvalidVpc.Range");
    cloud.call(Made.ASSOCIATE_VPC, block(vpc, "10.0.0.0/25"));
  }

  @Test
  void theQuotaIsFiveOfEachFamily() {
    String vpc = Made.dualStack(cloud, "10.2.0.0/16").vpcId();
    for (int i = 3; i < 7; i++) {
      cloud.call(Made.ASSOCIATE_VPC, block(vpc, "10." + i + ".0.0/16"));
      cloud.call(Made.ASSOCIATE_VPC, ipv6(vpc));
    }
    assertThat(cloud.code(Made.ASSOCIATE_VPC, block(vpc, "10.9.0.0/16")))
        .isEqualTo("CidrLimitExceeded");
    assertThat(cloud.code(Made.ASSOCIATE_VPC, ipv6(vpc))).isEqualTo("CidrLimitExceeded");
  }

  @Test
  void requestsThatDoNotMakeSense() {
    String vpc = Made.vpc(cloud, "10.2.0.0/16").vpcId();
    assertThat(
            cloud.code(
                Made.ASSOCIATE_VPC, AssociateVpcCidrBlockRequest.builder().vpcId(vpc).build()))
        .isEqualTo("MissingParameter");
    assertThat(
            cloud.code(
                Made.ASSOCIATE_VPC,
                block(vpc, "10.3.0.0/16").copy(b -> b.amazonProvidedIpv6CidrBlock(true))))
        .isEqualTo("InvalidParameterCombination");
  }

  @Test
  void rulesThatSomebodyChangedAreLeftAloneByAnIpv6Block() {
    VpcId vpc = new VpcId(Made.vpc(cloud, "10.2.0.0/16").vpcId());
    SecurityGroup group = Parts.groups(cloud.network(), vpc).getFirst();
    cloud.apply(
        new Change.Put(group.withRules(group.rules(Direction.INGRESS).toList())),
        new Change.Put(
            Parts.defaultAcl(cloud.network(), vpc)
                .withEntries(List.of(NewVpc.entry(Direction.INGRESS, 100, Prefix.ALL_IPV4)))));
    cloud.call(Made.ASSOCIATE_VPC, ipv6(vpc.value()));
    assertThat(Parts.groups(cloud.network(), vpc).getFirst().rules(Direction.EGRESS)).isEmpty();
    assertThat(Parts.defaultAcl(cloud.network(), vpc).entries())
        .containsExactly(
            NewVpc.entry(Direction.INGRESS, 100, Prefix.ALL_IPV4),
            NewVpc.entry(Direction.INGRESS, 101, Prefix.ALL_IPV6));
  }

  @Test
  void aBlockGoesWithItsRoutesOnceNoSubnetLiesInIt() {
    String vpc = Made.vpc(cloud, "10.2.0.0/16").vpcId();
    String association =
        cloud
            .call(Made.ASSOCIATE_VPC, block(vpc, "10.3.0.0/16"))
            .cidrBlockAssociation()
            .associationId();
    String subnet = Made.subnet(cloud, vpc, "10.3.1.0/24").subnetId();
    AwsException refused = cloud.refusal(new DisassociateVpcCidrBlock(), gone(association));
    assertThat(refused.code()).isEqualTo("InvalidCidrBlock.InUse");
    assertThat(refused.text()).contains(subnet);
    cloud.apply(new Change.Remove(new io.cloister.model.id.SubnetId(subnet)));
    assertThat(
            cloud
                .call(new DisassociateVpcCidrBlock(), gone(association))
                .cidrBlockAssociation()
                .cidrBlockState()
                .stateAsString())
        .isEqualTo("disassociating");
    RouteTableId main = Parts.main(cloud.network(), new VpcId(vpc)).id();
    assertThat(cloud.network().routeTables().require(main).routes()).hasSize(1);
    assertThat(cloud.network().vpcs().require(new VpcId(vpc)).ipv4()).hasSize(1);
  }

  @Test
  void anIpv6BlockGoesTheSameWay() {
    Vpc vpc = Made.dualStack(cloud, "10.2.0.0/16");
    String association = vpc.ipv6CidrBlockAssociationSet().getFirst().associationId();
    assertThat(
            cloud
                .call(new DisassociateVpcCidrBlock(), gone(association))
                .ipv6CidrBlockAssociation()
                .associationId())
        .isEqualTo(association);
    assertThat(Parts.main(cloud.network(), new VpcId(vpc.vpcId())).routes()).hasSize(1);
  }

  @Test
  void associationsThatCannotGo() {
    Vpc vpc = Made.vpc(cloud, "10.2.0.0/16");
    assertThat(
            cloud.code(
                new DisassociateVpcCidrBlock(),
                gone(vpc.cidrBlockAssociationSet().getFirst().associationId())))
        .isEqualTo("OperationNotPermitted");
    assertThat(cloud.code(new DisassociateVpcCidrBlock(), gone("vpc-cidr-assoc-12345678")))
        .isEqualTo("InvalidVpcCidrBlockAssociationID.NotFound");
    assertThat(cloud.code(new DisassociateVpcCidrBlock(), gone(vpc.vpcId())))
        .isEqualTo("InvalidVpcCidrBlockAssociationID.Malformed");
    assertThat(
            cloud
                .as("444455556666", "aws", "us-east-1")
                .code(
                    new DisassociateVpcCidrBlock(),
                    gone(vpc.cidrBlockAssociationSet().getFirst().associationId())))
        .isEqualTo("InvalidVpcCidrBlockAssociationID.NotFound");
  }

  private static AssociateVpcCidrBlockRequest block(String vpc, String cidr) {
    return AssociateVpcCidrBlockRequest.builder().vpcId(vpc).cidrBlock(cidr).build();
  }

  private static AssociateVpcCidrBlockRequest ipv6(String vpc) {
    return AssociateVpcCidrBlockRequest.builder()
        .vpcId(vpc)
        .amazonProvidedIpv6CidrBlock(true)
        .build();
  }

  private static DisassociateVpcCidrBlockRequest gone(String association) {
    return DisassociateVpcCidrBlockRequest.builder().associationId(association).build();
  }
}
