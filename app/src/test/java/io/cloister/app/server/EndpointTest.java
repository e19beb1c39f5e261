package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.control.action.support.Quota;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceStatus;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** VPC endpoints, asked for over HTTP by the SDK. */
class EndpointTest {
  private static final String S3 = "com.amazonaws.eu-central-1.s3";
  private static final String SQS = "com.amazonaws.eu-central-1.sqs";

  private static Cloister server;
  private static Ec2Client ec2;

  @BeforeAll
  static void start() throws StartException {
    server =
        Cloister.start(
            Options.ephemeral(0)
                .withoutPackets()
                .withQuotas(
                    Map.of(Quota.VPCS_PER_REGION, 100, Quota.INTERFACE_ENDPOINTS_PER_VPC, 2)));
    ec2 = Clients.ec2(server.uri(), "111122223333");
  }

  @AfterAll
  static void stop() {
    ec2.close();
    server.close();
  }

  private static String vpc() {
    return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
  }

  private static String named() {
    String vpc = vpc();
    ec2.modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(a -> a.value(true)));
    return vpc;
  }

  private static String subnet(String vpc, String cidr, String zone) {
    return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
        .subnet()
        .subnetId();
  }

  private static String table(String vpc) {
    return ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
  }

  private static VpcEndpoint described(String id) {
    return ec2.describeVpcEndpoints(r -> r.vpcEndpointIds(id)).vpcEndpoints().getFirst();
  }

  private static List<String> viaEndpoint(String table) {
    return ec2
        .describeRouteTables(r -> r.routeTableIds(table))
        .routeTables()
        .getFirst()
        .routes()
        .stream()
        .filter(r -> r.destinationPrefixListId() != null)
        .map(Route::gatewayId)
        .toList();
  }

  private static String code(Runnable call) {
    Ec2Exception refused = catchThrowableOfType(Ec2Exception.class, call::run);
    assertThat(refused).isNotNull();
    return refused.awsErrorDetails().errorCode();
  }

  @Test
  void aGatewayEndpointIsARouteInTables() {
    String vpc = vpc();
    String one = table(vpc);
    String two = table(vpc);
    String elsewhere = table(vpc());
    VpcEndpoint made =
        ec2.createVpcEndpoint(r ->
                r.vpcId(vpc)
                    .serviceName(S3)
                    .routeTableIds(one)
                    .tagSpecifications(Clients.tagged("vpc-endpoint", "Name", "s3")))
            .vpcEndpoint();
    String id = made.vpcEndpointId();
    assertThat(made.vpcEndpointTypeAsString()).isEqualTo("Gateway");
    assertThat(made.stateAsString()).isEqualTo("available");
    assertThat(made.policyDocument()).contains("\"Effect\":\"Allow\"");
    assertThat(made.tags()).hasSize(1);
    assertThat(viaEndpoint(one)).containsExactly(id);
    assertThat(viaEndpoint(two)).isEmpty();
    assertThat(
            ec2.describeRouteTables(r ->
                    r.filters(Clients.filter("route.destination-prefix-list-id", "pl-6ea54007")))
                .routeTables())
        .extracting(t -> t.routeTableId())
        .containsExactly(one);
    assertThat(
            code(() -> ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName(S3).routeTableIds(one))))
        .isEqualTo("RouteAlreadyExists");
    assertThat(
            code(() -> ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).addRouteTableIds(elsewhere))))
        .isEqualTo("InvalidParameter");
    ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).addRouteTableIds(two).removeRouteTableIds(one));
    assertThat(viaEndpoint(one)).isEmpty();
    assertThat(viaEndpoint(two)).containsExactly(id);
    assertThat(code(() -> ec2.deleteVpc(r -> r.vpcId(vpc)))).isEqualTo("DependencyViolation");
    ec2.deleteRouteTable(r -> r.routeTableId(two));
    assertThat(described(id).routeTableIds()).isEmpty();
    assertThat(
            ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id, "vpce-0123456789abcdef0"))
                .unsuccessful())
        .extracting(u -> u.resourceId() + " " + u.error().code())
        .containsExactly("vpce-0123456789abcdef0 InvalidVpcEndpointId.NotFound");
    assertThat(code(() -> described(id))).isEqualTo("InvalidVpcEndpointId.NotFound");
    ec2.deleteRouteTable(r -> r.routeTableId(one));
    ec2.deleteVpc(r -> r.vpcId(vpc));
  }

  @Test
  void anInterfaceEndpointHasInterfacesThatNobodyElseMayRemove() {
    String vpc = named();
    String a = subnet(vpc, "10.0.0.0/24", "eu-central-1a");
    String b = subnet(vpc, "10.0.1.0/24", "eu-central-1b");
    String group =
        ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("d")).groupId();
    VpcEndpoint made =
        ec2.createVpcEndpoint(r ->
                r.vpcId(vpc)
                    .vpcEndpointType(VpcEndpointType.INTERFACE)
                    .serviceName(SQS)
                    .subnetIds(a)
                    .securityGroupIds(group))
            .vpcEndpoint();
    String id = made.vpcEndpointId();
    assertThat(made.stateAsString()).isEqualTo("pending");
    VpcEndpoint seen = described(id);
    assertThat(seen.stateAsString()).isEqualTo("available");
    assertThat(seen.privateDnsEnabled()).as("unless the caller says no").isTrue();
    assertThat(seen.dnsEntries())
        .extracting(e -> e.dnsName().replaceFirst("^vpce-[0-9a-f]+-[0-9a-z]{8}", "ID"))
        .containsExactly(
            "ID.sqs.eu-central-1.vpce.amazonaws.com",
            "ID-eu-central-1a.sqs.eu-central-1.vpce.amazonaws.com",
            "sqs.eu-central-1.amazonaws.com");
    NetworkInterface eni = eni(seen.networkInterfaceIds().getFirst());
    assertThat(eni.requesterManaged()).isTrue();
    assertThat(eni.interfaceTypeAsString()).isEqualTo("vpc_endpoint");
    assertThat(eni.status()).isEqualTo(NetworkInterfaceStatus.IN_USE);
    assertThat(eni.groups()).extracting(g -> g.groupId()).containsExactly(group);
    assertThat(
            code(() ->
                ec2.deleteNetworkInterface(r -> r.networkInterfaceId(eni.networkInterfaceId()))))
        .isEqualTo("InvalidParameterValue");
    assertThat(code(() -> ec2.deleteSecurityGroup(r -> r.groupId(group))))
        .isEqualTo("DependencyViolation");

    String main =
        ec2.describeSecurityGroups(r ->
                r.filters(Clients.filter("vpc-id", vpc), Clients.filter("group-name", "default")))
            .securityGroups()
            .getFirst()
            .groupId();
    ec2.modifyVpcEndpoint(r ->
        r.vpcEndpointId(id)
            .addSubnetIds(b)
            .removeSubnetIds(a)
            .addSecurityGroupIds(main)
            .removeSecurityGroupIds(group)
            .privateDnsEnabled(false));
    VpcEndpoint changed = described(id);
    assertThat(changed.subnetIds()).containsExactly(b);
    assertThat(changed.groups()).extracting(g -> g.groupId()).containsExactly(main);
    assertThat(changed.dnsEntries()).hasSize(2);
    assertThat(code(() -> eni(eni.networkInterfaceId())))
        .isEqualTo("InvalidNetworkInterfaceID.NotFound");
    ec2.deleteSubnet(r -> r.subnetId(a));
    ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
    ec2.deleteSubnet(r -> r.subnetId(b));
    ec2.deleteSecurityGroup(r -> r.groupId(group));
    ec2.deleteVpc(r -> r.vpcId(vpc));
  }

  private static NetworkInterface eni(String id) {
    return ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id))
        .networkInterfaces()
        .getFirst();
  }

  private static String refused(String vpc, boolean names, String... subnets) {
    return code(() ->
        ec2.createVpcEndpoint(r ->
            r.vpcId(vpc)
                .vpcEndpointType(VpcEndpointType.INTERFACE)
                .serviceName(SQS)
                .privateDnsEnabled(names)
                .subnetIds(subnets)));
  }

  @Test
  void whatAnInterfaceEndpointMayNotBe() {
    String vpc = named();
    String a = subnet(vpc, "10.0.0.0/24", "eu-central-1a");
    String twin = subnet(vpc, "10.0.1.0/24", "eu-central-1a");
    String foreign = subnet(vpc(), "10.0.0.0/24", "eu-central-1b");
    assertThat(refused(vpc, false, a, twin)).isEqualTo("DuplicateSubnetsInSameZone");
    assertThat(refused(vpc, false, foreign)).isEqualTo("InvalidParameter");
    assertThat(refused(vpc(), true)).as("no DNS hostnames").isEqualTo("InvalidParameter");
    for (boolean names : List.of(true, false)) {
      ec2.createVpcEndpoint(r ->
          r.vpcId(vpc)
              .vpcEndpointType(VpcEndpointType.INTERFACE)
              .serviceName(SQS)
              .privateDnsEnabled(names)
              .subnetIds(a));
      if (names) {
        assertThat(refused(vpc, true)).as("the name is taken").isEqualTo("InvalidParameter");
      }
    }
    assertThat(refused(vpc, false)).isEqualTo("VpcEndpointLimitExceeded");
    assertThat(code(() -> ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName(SQS))))
        .as("SQS has no gateway endpoints")
        .isEqualTo("InvalidParameter");
    assertThat(code(() -> ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName("com.example"))))
        .isEqualTo("InvalidServiceName");
    assertThat(
            code(() ->
                ec2.createVpcEndpoint(r ->
                    r.vpcId(vpc)
                        .serviceName(S3)
                        .vpcEndpointType(VpcEndpointType.GATEWAY_LOAD_BALANCER))))
        .isEqualTo("UnsupportedOperation");
    assertThat(code(() -> ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName(S3).subnetIds(a))))
        .isEqualTo("InvalidParameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"Statement\": []}",
        "{\"Version\": \"2020-01-01\", \"Statement\": {}}",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}",
        "{\"Statement\": {\"Effect\": \"Maybe\", \"Principal\": \"*\", \"Action\": \"*\"}}",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Resource\": \"*\"}}",
        "{\"Statement\": 1, \"Statement\": 2}"
      })
  void whatIsNoPolicy(String document) {
    String vpc = vpc();
    assertThat(
            code(() ->
                ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName(S3).policyDocument(document))))
        .isEqualTo("InvalidPolicyDocument");
    ec2.deleteVpc(r -> r.vpcId(vpc));
  }

  @Test
  void aPolicyIsKeptAndReset() {
    String policy =
        "{\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}";
    String vpc = vpc();
    String id =
        ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName(S3).policyDocument(policy))
            .vpcEndpoint()
            .vpcEndpointId();
    assertThat(described(id).policyDocument()).isEqualTo(policy);
    ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).resetPolicy(true));
    assertThat(described(id).policyDocument()).contains("Allow").isNotEqualTo(policy);
  }

  @Test
  void servicesAreDescribedInPages() {
    assertThat(ec2.describeVpcEndpointServices(r -> r.serviceNames(S3)).serviceDetails())
        .extracting(s -> s.serviceType().getFirst().serviceTypeAsString())
        .containsExactly("Gateway", "Interface");
    assertThat(
            ec2.describeVpcEndpointServices(
                    r -> r.filters(Clients.filter("service-type", "Gateway")))
                .serviceNames())
        .containsExactly("com.amazonaws.eu-central-1.dynamodb", S3);
    assertThat(code(() -> ec2.describeVpcEndpointServices(r -> r.serviceNames("nothing"))))
        .isEqualTo("InvalidServiceName");
    List<String> ids =
        ec2.describeVpcEndpointServices().serviceDetails().stream()
            .map(ServiceDetail::serviceId)
            .toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    var first = ec2.describeVpcEndpointServices(r -> r.maxResults(7));
    assertThat(first.serviceDetails()).hasSize(7);
    assertThat(
            ec2.describeVpcEndpointServices(r -> r.nextToken(first.nextToken())).serviceDetails())
        .hasSize(ids.size() - 7);
  }
}
