package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.vpc.NetworkInterface;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationResponse;

class RouteTableTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();
  private final String gateway = Made.gateway(cloud, vpc);
  private final SubnetId subnet = new SubnetId(Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId());
  private final String table = Made.table(cloud, vpc);
  private final String main = Parts.main(cloud.network(), new VpcId(vpc)).id().value();

  @Test
  void aSubnetFollowsItsAssociationAndElseTheMainTable() {
    assertThat(tableOfSubnet()).isEqualTo(main);
    String association = associate(table);
    assertThat(tableOfSubnet()).isEqualTo(table);
    assertThat(associate(table)).as("once more").isEqualTo(association);
    AwsException refused =
        cloud.refusal(
            new AssociateRouteTable(),
            AssociateRouteTableRequest.builder()
                .routeTableId(Made.table(cloud, vpc))
                .subnetId(subnet.value())
                .build());
    assertThat(refused.code()).isEqualTo("Resource.AlreadyAssociated");
    assertThat(refused.text()).contains(association);
    assertThat(
            cloud.code(
                new DeleteRouteTable(),
                DeleteRouteTableRequest.builder().routeTableId(table).build()))
        .isEqualTo("DependencyViolation");
    cloud.call(new DisassociateRouteTable(), end(association));
    assertThat(tableOfSubnet()).isEqualTo(main);
    assertThat(cloud.code(new DisassociateRouteTable(), end(association)))
        .isEqualTo("InvalidAssociationID.NotFound");
  }

  @Test
  void anAssociationMovesToAnotherTableUnderANewId() {
    String association = associate(table);
    String other = Made.table(cloud, vpc);
    ReplaceRouteTableAssociationResponse answer =
        cloud.call(new ReplaceRouteTableAssociation(), move(association, other));
    assertThat(answer.newAssociationId()).startsWith("rtbassoc-").isNotEqualTo(association);
    assertThat(answer.associationState().stateAsString()).isEqualTo("associated");
    assertThat(tableOfSubnet()).isEqualTo(other);
    assertThat(
            cloud
                .call(new ReplaceRouteTableAssociation(), move(answer.newAssociationId(), other))
                .newAssociationId())
        .isEqualTo(answer.newAssociationId());
    assertThat(cloud.code(new ReplaceRouteTableAssociation(), move(association, other)))
        .isEqualTo("InvalidAssociationID.NotFound");
    String elsewhere = Made.table(cloud, Made.vpc(cloud, "10.0.0.0/16").vpcId());
    assertThat(
            cloud.code(
                new ReplaceRouteTableAssociation(), move(answer.newAssociationId(), elsewhere)))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void anotherTableBecomesTheMainOne() {
    String association =
        Parts.main(cloud.network(), new VpcId(vpc)).associations().getFirst().id().value();
    assertThat(cloud.code(new DisassociateRouteTable(), end(association)))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                new DeleteRouteTable(),
                DeleteRouteTableRequest.builder().routeTableId(main).build()))
        .isEqualTo("DependencyViolation");
    String now =
        cloud.call(new ReplaceRouteTableAssociation(), move(association, table)).newAssociationId();
    assertThat(now).isNotEqualTo(association);
    assertThat(tableOfSubnet()).isEqualTo(table);
    assertThat(Parts.main(cloud.network(), new VpcId(vpc)).id().value()).isEqualTo(table);
    cloud.call(
        new DeleteRouteTable(), DeleteRouteTableRequest.builder().routeTableId(main).build());
  }

  @Test
  void aTableOfAnotherVpcIsRefused() {
    String other = Made.vpc(cloud, "10.0.0.0/16").vpcId();
    assertThat(
            cloud.code(
                new AssociateRouteTable(),
                AssociateRouteTableRequest.builder()
                    .routeTableId(Made.table(cloud, other))
                    .subnetId(subnet.value())
                    .build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void aGatewaysTableKnowsOnlyBlocksOfItsVpc() {
    AssociateRouteTableRequest edge =
        AssociateRouteTableRequest.builder().routeTableId(table).gatewayId(gateway).build();
    assertThat(cloud.code(new AssociateRouteTable(), edge.copy(b -> b.routeTableId(main))))
        .as("the main table")
        .isEqualTo("InvalidParameterValue");
    CreateRouteRequest out =
        CreateRouteRequest.builder()
            .routeTableId(table)
            .destinationCidrBlock("0.0.0.0/0")
            .gatewayId(gateway)
            .build();
    cloud.call(new CreateRoute(), out);
    assertThat(cloud.code(new AssociateRouteTable(), edge))
        .as("a table with another route")
        .isEqualTo("InvalidParameterValue");
    cloud.call(
        new DeleteRoute(),
        DeleteRouteRequest.builder().routeTableId(table).destinationCidrBlock("0.0.0.0/0").build());
    String association = cloud.call(new AssociateRouteTable(), edge).associationId();
    assertThat(cloud.code(new CreateRoute(), out)).isEqualTo("InvalidParameterValue");
    NetworkInterface eni = Made.instance(cloud, subnet.value(), "00000001", "10.0.0.4");
    CreateRouteRequest middlebox =
        CreateRouteRequest.builder()
            .routeTableId(table)
            .destinationCidrBlock("10.0.0.0/24")
            .networkInterfaceId(eni.id().value())
            .build();
    cloud.call(new CreateRoute(), middlebox);
    assertThat(
            cloud.code(new CreateRoute(), middlebox.copy(b -> b.destinationCidrBlock("0.0.0.0/0"))))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                new ReplaceRouteTableAssociation(),
                move(
                    Parts.main(cloud.network(), new VpcId(vpc))
                        .associations()
                        .getFirst()
                        .id()
                        .value(),
                    table)))
        .as("a gateway's table can't be the main one")
        .isEqualTo("InvalidParameterValue");
    DetachInternetGatewayRequest detach =
        DetachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build();
    assertThat(cloud.refusal(new DetachInternetGateway(), detach).text()).contains(table);
    cloud.call(new DisassociateRouteTable(), end(association));
    cloud.call(new DetachInternetGateway(), detach);
    assertThat(cloud.code(new AssociateRouteTable(), edge))
        .as("a gateway that is not attached")
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void requestsThatDoNotMakeSense() {
    AssociateRouteTableRequest.Builder of =
        AssociateRouteTableRequest.builder().routeTableId(table);
    assertThat(cloud.code(new AssociateRouteTable(), of.copy().build()))
        .isEqualTo("MissingParameter");
    assertThat(
            cloud.code(
                new AssociateRouteTable(),
                of.copy().subnetId(subnet.value()).gatewayId(gateway).build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(cloud.code(new AssociateRouteTable(), of.copy().gatewayId("igw-00000000").build()))
        .isEqualTo("InvalidGatewayID.NotFound");
    assertThat(
            cloud.code(
                new AssociateRouteTable(),
                of.copy().routeTableId("rtb-0").subnetId(subnet.value()).build()))
        .isEqualTo("InvalidRouteTableId.Malformed");
    assertThat(
            cloud.code(
                new DisassociateRouteTable(), DisassociateRouteTableRequest.builder().build()))
        .isEqualTo("MissingParameter");
  }

  @Test
  void theQuotaCountsTheMainTable() {
    cloud.apply(Quotas.change(cloud.caller().scope(), Quota.ROUTE_TABLES_PER_VPC, 3));
    Made.table(cloud, vpc);
    assertThat(
            cloud.code(
                new CreateRouteTable(), CreateRouteTableRequest.builder().vpcId(vpc).build()))
        .isEqualTo("RouteTableLimitExceeded");
  }

  private String tableOfSubnet() {
    return cloud.network().routeTableOf(cloud.network().subnets().require(subnet)).id().value();
  }

  private String associate(String with) {
    return cloud
        .call(
            new AssociateRouteTable(),
            AssociateRouteTableRequest.builder()
                .routeTableId(with)
                .subnetId(subnet.value())
                .build())
        .associationId();
  }

  private static DisassociateRouteTableRequest end(String association) {
    return DisassociateRouteTableRequest.builder().associationId(association).build();
  }

  private static ReplaceRouteTableAssociationRequest move(String association, String to) {
    return ReplaceRouteTableAssociationRequest.builder()
        .associationId(association)
        .routeTableId(to)
        .build();
  }
}
