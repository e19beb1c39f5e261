package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.control.action.support.Quota;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;

/** Transit gateways, asked for over HTTP by the SDK. */
class TransitGatewayTest {
  private static Cloister server;
  private static Ec2Client ec2;

  @BeforeAll
  static void start() throws StartException {
    server =
        Cloister.start(
            Options.ephemeral(0)
                .withoutPackets()
                .withQuotas(
                    Map.of(Quota.VPCS_PER_REGION, 100, Quota.TRANSIT_GATEWAYS_PER_REGION, 100)));
    ec2 = Clients.ec2(server.uri(), "111122223333");
  }

  @AfterAll
  static void stop() {
    ec2.close();
    server.close();
  }

  private static String code(Runnable call) {
    Ec2Exception refused = catchThrowableOfType(Ec2Exception.class, call::run);
    assertThat(refused).isNotNull();
    return refused.awsErrorDetails().errorCode();
  }

  private static String vpc(String cidr) {
    return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
  }

  private static String subnet(String vpc, String cidr, String zone) {
    return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
        .subnet()
        .subnetId();
  }

  private static TransitGateway gateway() {
    String id =
        ec2.createTransitGateway(r -> r.description("hub")).transitGateway().transitGatewayId();
    return ec2.describeTransitGateways(r -> r.transitGatewayIds(id)).transitGateways().getFirst();
  }

  private static String attach(String gateway, String vpc, String... subnets) {
    return ec2.createTransitGatewayVpcAttachment(
            r -> r.transitGatewayId(gateway).vpcId(vpc).subnetIds(subnets))
        .transitGatewayVpcAttachment()
        .transitGatewayAttachmentId();
  }

  private static List<String> routes(String table, String filter, String value) {
    return ec2
        .searchTransitGatewayRoutes(
            r -> r.transitGatewayRouteTableId(table).filters(Clients.filter(filter, value)))
        .routes()
        .stream()
        .map(TransitGatewayTest::text)
        .toList();
  }

  private static String text(TransitGatewayRoute route) {
    return route.destinationCidrBlock() + " " + route.typeAsString() + " " + route.stateAsString();
  }

  @Test
  void vpcsAreAttachedAndTheirBlocksPropagate() {
    TransitGateway hub = gateway();
    String id = hub.transitGatewayId();
    assertThat(hub.stateAsString()).isEqualTo("available");
    assertThat(hub.options().amazonSideAsn()).isEqualTo(64512);
    String table = hub.options().associationDefaultRouteTableId();
    assertThat(table).isEqualTo(hub.options().propagationDefaultRouteTableId());
    String a = vpc("10.0.0.0/16");
    String b = vpc("10.1.0.0/16");
    String subnetA = subnet(a, "10.0.0.0/24", "eu-central-1a");
    String subnetB = subnet(b, "10.1.0.0/24", "eu-central-1a");
    String rtb =
        ec2.describeRouteTables(r -> r.filters(Clients.filter("vpc-id", a)))
            .routeTables()
            .getFirst()
            .routeTableId();
    assertThat(
            code(() ->
                ec2.createRoute(r ->
                    r.routeTableId(rtb).destinationCidrBlock("10.1.0.0/16").transitGatewayId(id))))
        .as("not attached yet")
        .isEqualTo("InvalidTransitGatewayID.NotFound");
    String one = attach(id, a, subnetA);
    String two = attach(id, b, subnetB);
    assertThat(code(() -> attach(id, a, subnetA))).isEqualTo("DuplicateTransitGatewayAttachment");
    assertThat(routes(table, "type", "propagated"))
        .containsExactly("10.0.0.0/16 propagated active", "10.1.0.0/16 propagated active");
    assertThat(routes(table, "route-search.longest-prefix-match", "10.1.2.3"))
        .containsExactly("10.1.0.0/16 propagated active");
    NetworkInterface eni =
        ec2.describeNetworkInterfaces(r -> r.filters(Clients.filter("subnet-id", subnetA)))
            .networkInterfaces()
            .getFirst();
    assertThat(eni.interfaceTypeAsString()).isEqualTo("transit_gateway");
    assertThat(eni.groups()).isEmpty();

    ec2.createRoute(
        r -> r.routeTableId(rtb).destinationCidrBlock("10.1.0.0/16").transitGatewayId(id));
    assertThat(vpcRoute(rtb)).isEqualTo(id + " active");
    assertThat(code(() -> ec2.deleteTransitGateway(r -> r.transitGatewayId(id))))
        .isEqualTo("IncorrectState");
    assertThat(code(() -> ec2.deleteVpc(r -> r.vpcId(a)))).isEqualTo("DependencyViolation");

    ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(one));
    assertThat(vpcRoute(rtb)).isEqualTo(id + " blackhole");
    assertThat(routes(table, "type", "propagated"))
        .containsExactly("10.1.0.0/16 propagated active");
    ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(two));
    ec2.deleteTransitGateway(r -> r.transitGatewayId(id));
    assertThat(code(() -> ec2.describeTransitGateways(r -> r.transitGatewayIds(id))))
        .isEqualTo("InvalidTransitGatewayID.NotFound");
    ec2.deleteSubnet(r -> r.subnetId(subnetA));
  }

  private static String vpcRoute(String table) {
    return ec2
        .describeRouteTables(r -> r.routeTableIds(table))
        .routeTables()
        .getFirst()
        .routes()
        .stream()
        .filter(r -> r.transitGatewayId() != null)
        .map(r -> r.transitGatewayId() + " " + r.stateAsString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tablesAreAssociatedPropagatedToAndRouted() {
    String id = gateway().transitGatewayId();
    String standard = gateway().options().associationDefaultRouteTableId();
    String v = vpc("10.2.0.0/16");
    String attachment = attach(id, v, subnet(v, "10.2.0.0/24", "eu-central-1b"));
    String table =
        ec2.createTransitGatewayRouteTable(r -> r.transitGatewayId(id))
            .transitGatewayRouteTable()
            .transitGatewayRouteTableId();
    String before =
        ec2.describeTransitGatewayAttachments(r -> r.transitGatewayAttachmentIds(attachment))
            .transitGatewayAttachments()
            .getFirst()
            .association()
            .transitGatewayRouteTableId();
    assertThat(code(() -> associate(table, attachment))).isEqualTo("Resource.AlreadyAssociated");
    assertThat(code(() -> associate(standard, attachment)))
        .as("a table of another gateway")
        .isEqualTo("InvalidParameterValue");
    ec2.disassociateTransitGatewayRouteTable(
        r -> r.transitGatewayRouteTableId(before).transitGatewayAttachmentId(attachment));
    associate(table, attachment);
    assertThat(
            ec2.getTransitGatewayRouteTableAssociations(r -> r.transitGatewayRouteTableId(table))
                .associations())
        .extracting(x -> x.transitGatewayAttachmentId() + " " + x.stateAsString())
        .containsExactly(attachment + " associated");
    ec2.enableTransitGatewayRouteTablePropagation(
        r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(attachment));
    assertThat(
            ec2.getTransitGatewayAttachmentPropagations(
                    r -> r.transitGatewayAttachmentId(attachment))
                .transitGatewayAttachmentPropagations())
        .hasSize(2);

    ec2.createTransitGatewayRoute(r ->
        r.transitGatewayRouteTableId(table).destinationCidrBlock("10.2.0.0/16").blackhole(true));
    assertThat(routes(table, "route-search.exact-match", "10.2.0.0/16"))
        .as("what is static wins")
        .containsExactly("10.2.0.0/16 static blackhole");
    ec2.replaceTransitGatewayRoute(r ->
        r.transitGatewayRouteTableId(table)
            .destinationCidrBlock("10.2.0.0/16")
            .transitGatewayAttachmentId(attachment));
    assertThat(routes(table, "state", "active")).containsExactly("10.2.0.0/16 static active");
    assertThat(
            code(() ->
                ec2.createTransitGatewayRoute(r ->
                    r.transitGatewayRouteTableId(table)
                        .destinationCidrBlock("10.2.0.0/16")
                        .blackhole(true))))
        .isEqualTo("RouteAlreadyExists");
    ec2.deleteTransitGatewayRoute(
        r -> r.transitGatewayRouteTableId(table).destinationCidrBlock("10.2.0.0/16"));
    assertThat(
            code(() ->
                ec2.deleteTransitGatewayRoute(
                    r -> r.transitGatewayRouteTableId(table).destinationCidrBlock("10.2.0.0/16"))))
        .isEqualTo("InvalidRoute.NotFound");
    assertThat(routes(table, "route-search.subnet-of-match", "10.0.0.0/8"))
        .containsExactly("10.2.0.0/16 propagated active");
    ec2.disableTransitGatewayRouteTablePropagation(
        r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(attachment));
    assertThat(
            code(
                () -> ec2.deleteTransitGatewayRouteTable(r -> r.transitGatewayRouteTableId(table))))
        .isEqualTo("IncorrectState");
  }

  private static void associate(String table, String attachment) {
    ec2.associateTransitGatewayRouteTable(
        r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(attachment));
  }

  @Test
  void optionsSubnetsTagsAndWhatIsRefused() {
    TransitGateway bare =
        ec2.createTransitGateway(r ->
                r.options(o ->
                        o.defaultRouteTableAssociation("disable")
                            .defaultRouteTablePropagation("disable")
                            .amazonSideAsn(65000L))
                    .tagSpecifications(Clients.tagged("transit-gateway", "Name", "bare")))
            .transitGateway();
    String id = bare.transitGatewayId();
    assertThat(bare.options().associationDefaultRouteTableId()).isNull();
    assertThat(
            ec2.describeTransitGateways(r -> r.filters(Clients.filter("tag:Name", "bare")))
                .transitGateways())
        .extracting(TransitGateway::transitGatewayId)
        .containsExactly(id);
    ec2.modifyTransitGateway(
        r -> r.transitGatewayId(id).description("named").options(o -> o.dnsSupport("disable")));
    assertThat(
            code(() ->
                ec2.modifyTransitGateway(r ->
                    r.transitGatewayId(id).options(o -> o.defaultRouteTableAssociation("enable")))))
        .isEqualTo("MissingParameter");
    assertThat(code(() -> ec2.createTransitGateway(r -> r.options(o -> o.amazonSideAsn(7L)))))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            code(() -> ec2.createTransitGateway(r -> r.options(o -> o.multicastSupport("enable")))))
        .isEqualTo("UnsupportedOperation");

    String v = vpc("10.3.0.0/16");
    String first = subnet(v, "10.3.0.0/24", "eu-central-1a");
    String twin = subnet(v, "10.3.1.0/24", "eu-central-1a");
    String second = subnet(v, "10.3.2.0/24", "eu-central-1b");
    assertThat(code(() -> attach(id, v, first, twin))).isEqualTo("DuplicateSubnetsInSameZone");
    String attachment = attach(id, v, first);
    ec2.modifyTransitGatewayVpcAttachment(r ->
        r.transitGatewayAttachmentId(attachment)
            .addSubnetIds(second)
            .removeSubnetIds(first)
            .options(o -> o.applianceModeSupport("enable")));
    TransitGatewayVpcAttachment changed =
        ec2.describeTransitGatewayVpcAttachments(r -> r.filters(Clients.filter("vpc-id", v)))
            .transitGatewayVpcAttachments()
            .getFirst();
    assertThat(changed.subnetIds()).containsExactly(second);
    assertThat(changed.options().applianceModeSupportAsString()).isEqualTo("enable");
    assertThat(changed.stateAsString()).isEqualTo("available");
    assertThat(
            code(() ->
                ec2.modifyTransitGatewayVpcAttachment(
                    r -> r.transitGatewayAttachmentId(attachment).removeSubnetIds(second))))
        .isEqualTo("InvalidParameterValue");
    ec2.deleteSubnet(r -> r.subnetId(first));
  }
}
