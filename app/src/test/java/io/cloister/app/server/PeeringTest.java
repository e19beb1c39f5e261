package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.control.action.support.Quota;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** VPC peering, asked for over HTTP by the SDK. */
class PeeringTest {
  private static final String ONE = "111122223333";
  private static final String OTHER = "444455556666";

  private static Cloister server;
  private static Ec2Client one;
  private static Ec2Client other;
  private static Ec2Client far;

  @BeforeAll
  static void start() throws StartException {
    server =
        Cloister.start(
            Options.ephemeral(0)
                .withoutPackets()
                .withQuotas(Map.of(Quota.VPCS_PER_REGION, 100, Quota.ACTIVE_PEERINGS_PER_VPC, 2)));
    one = Clients.ec2(server.uri(), ONE);
    other = Clients.ec2(server.uri(), OTHER);
    far = Clients.ec2(server.uri(), ONE, Region.US_EAST_1);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
    far.close();
    server.close();
  }

  private static String vpc(Ec2Client ec2, String cidr) {
    return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
  }

  private static String peered(String vpc, String peer) {
    String id = asked(vpc, peer);
    one.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
    return id;
  }

  private static String asked(String vpc, String peer) {
    return one.createVpcPeeringConnection(r -> r.vpcId(vpc).peerVpcId(peer))
        .vpcPeeringConnection()
        .vpcPeeringConnectionId();
  }

  private static VpcPeeringConnection described(Ec2Client ec2, String id) {
    return ec2.describeVpcPeeringConnections(r -> r.vpcPeeringConnectionIds(id))
        .vpcPeeringConnections()
        .getFirst();
  }

  private static String code(Runnable call) {
    Ec2Exception refused = catchThrowableOfType(Ec2Exception.class, call::run);
    assertThat(refused).isNotNull();
    return refused.awsErrorDetails().errorCode();
  }

  @Test
  void aPeeringOfOneAccountIsAskedForAcceptedUsedAndDeleted() {
    String a = vpc(one, "10.0.0.0/16");
    String b = vpc(one, "10.1.0.0/16");
    VpcPeeringConnection made =
        one.createVpcPeeringConnection(r ->
                r.vpcId(a)
                    .peerVpcId(b)
                    .tagSpecifications(Clients.tagged("vpc-peering-connection", "Name", "ab")))
            .vpcPeeringConnection();
    String id = made.vpcPeeringConnectionId();
    assertThat(made.status().codeAsString()).isEqualTo("initiating-request");
    assertThat(made.tags()).extracting(t -> t.key() + "=" + t.value()).containsExactly("Name=ab");
    assertThat(made.requesterVpcInfo().cidrBlock()).isEqualTo("10.0.0.0/16");
    assertThat(made.expirationTime()).isNotNull();
    assertThat(described(one, id).status().codeAsString()).isEqualTo("pending-acceptance");

    String table =
        one.describeRouteTables(r -> r.filters(Clients.filter("vpc-id", a)))
            .routeTables()
            .getFirst()
            .routeTableId();
    one.createRoute(
        r -> r.routeTableId(table).destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(id));
    assertThat(route(table)).isEqualTo("10.1.0.0/16 " + id + " blackhole");
    assertThat(
            one.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))
                .vpcPeeringConnection()
                .status()
                .codeAsString())
        .isEqualTo("provisioning");
    VpcPeeringConnection active = described(one, id);
    assertThat(active.status().codeAsString()).isEqualTo("active");
    assertThat(active.accepterVpcInfo().cidrBlockSet())
        .extracting(c -> c.cidrBlock())
        .containsExactly("10.1.0.0/16");
    assertThat(route(table)).isEqualTo("10.1.0.0/16 " + id + " active");

    assertThat(code(() -> asked(b, a))).isEqualTo("VpcPeeringConnectionAlreadyExists");
    assertThat(code(() -> one.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("InvalidStateTransition");
    assertThat(code(() -> one.rejectVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("InvalidStateTransition");
    assertThat(code(() -> one.deleteVpc(r -> r.vpcId(b)))).isEqualTo("DependencyViolation");
    assertThat(code(() -> one.associateVpcCidrBlock(r -> r.vpcId(a).cidrBlock("10.1.4.0/24"))))
        .as("a block that the peer has")
        .isEqualTo("InvalidVpc.Range");

    assertThat(one.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)).returnValue())
        .isTrue();
    assertThat(described(one, id).status().codeAsString()).isEqualTo("deleted");
    assertThat(route(table)).isEqualTo("10.1.0.0/16 " + id + " blackhole");
    assertThat(code(() -> one.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("InvalidStateTransition");
    assertThat(
            code(() ->
                one.replaceRoute(r ->
                    r.routeTableId(table)
                        .destinationCidrBlock("10.1.0.0/16")
                        .vpcPeeringConnectionId(id))))
        .isEqualTo("InvalidVpcPeeringConnectionID.NotFound");
    one.deleteVpc(r -> r.vpcId(b));
  }

  private static String route(String table) {
    Route route =
        one
            .describeRouteTables(r -> r.routeTableIds(table))
            .routeTables()
            .getFirst()
            .routes()
            .stream()
            .filter(r -> r.vpcPeeringConnectionId() != null)
            .findFirst()
            .orElseThrow();
    return route.destinationCidrBlock()
        + " "
        + route.vpcPeeringConnectionId()
        + " "
        + route.stateAsString();
  }

  @Test
  void anotherAccountAcceptsOrRejectsAndSeesNothingElse() {
    String mine = vpc(one, "10.10.0.0/16");
    String theirs = vpc(other, "10.11.0.0/16");
    String id =
        one.createVpcPeeringConnection(r -> r.vpcId(mine).peerVpcId(theirs).peerOwnerId(OTHER))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    assertThat(described(one, id).accepterVpcInfo().cidrBlock())
        .as("another's blocks are not shown before acceptance")
        .isNull();
    assertThat(code(() -> one.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("OperationNotPermitted");
    assertThat(code(() -> other.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("OperationNotPermitted");
    assertThat(code(() -> far.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("InvalidVpcPeeringConnectionID.NotFound");
    other.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
    assertThat(described(other, id).status().codeAsString()).isEqualTo("active");

    other.modifyVpcPeeringConnectionOptions(r ->
        r.vpcPeeringConnectionId(id)
            .accepterPeeringConnectionOptions(o -> o.allowDnsResolutionFromRemoteVpc(true)));
    VpcPeeringConnection seen = described(one, id);
    assertThat(seen.accepterVpcInfo().peeringOptions().allowDnsResolutionFromRemoteVpc()).isTrue();
    assertThat(seen.requesterVpcInfo().peeringOptions().allowDnsResolutionFromRemoteVpc())
        .isFalse();
    assertThat(
            code(() ->
                one.modifyVpcPeeringConnectionOptions(r ->
                    r.vpcPeeringConnectionId(id)
                        .accepterPeeringConnectionOptions(
                            o -> o.allowDnsResolutionFromRemoteVpc(false)))))
        .isEqualTo("OperationNotPermitted");
    other.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));

    String again =
        one.createVpcPeeringConnection(r -> r.vpcId(mine).peerVpcId(theirs).peerOwnerId(OTHER))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    other.rejectVpcPeeringConnection(r -> r.vpcPeeringConnectionId(again));
    assertThat(described(one, again).status().codeAsString()).isEqualTo("rejected");
    assertThat(
            code(() ->
                one.modifyVpcPeeringConnectionOptions(r ->
                    r.vpcPeeringConnectionId(again)
                        .requesterPeeringConnectionOptions(
                            o -> o.allowDnsResolutionFromRemoteVpc(true)))))
        .isEqualTo("OperationNotPermitted");
  }

  @Test
  void acrossRegionsTheAcceptersRegionAccepts() {
    String here = vpc(one, "10.20.0.0/16");
    String there = vpc(far, "10.21.0.0/16");
    String id =
        one.createVpcPeeringConnection(r -> r.vpcId(here).peerVpcId(there).peerRegion("us-east-1"))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    assertThat(code(() -> one.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
        .isEqualTo("OperationNotPermitted");
    far.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
    assertThat(described(one, id).accepterVpcInfo().region()).isEqualTo("us-east-1");
    assertThat(described(one, id).status().codeAsString()).isEqualTo("active");
  }

  @Test
  void whatIsImpossibleFailsWithoutTellingWhy() {
    String a = vpc(one, "10.30.0.0/16");
    String overlapping = vpc(one, "10.30.128.0/20");
    for (String peer : List.of(overlapping, "vpc-0123456789abcdef0")) {
      String id = asked(a, peer);
      assertThat(described(one, id).status())
          .satisfies(s -> {
            assertThat(s.codeAsString()).isEqualTo("failed");
            assertThat(s.message()).contains("overlapping CIDR range");
          });
      assertThat(code(() -> one.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))))
          .isEqualTo("InvalidStateTransition");
    }
    assertThat(code(() -> asked(a, a))).isEqualTo("InvalidParameterValue");
    assertThat(code(() -> asked(a, "subnet-1"))).isEqualTo("InvalidVpcId.Malformed");
    assertThat(code(() -> asked("vpc-0123456789abcdef0", a))).isEqualTo("InvalidVpcID.NotFound");
    assertThat(
            code(() ->
                one.createVpcPeeringConnection(
                    r -> r.vpcId(a).peerVpcId(overlapping).peerRegion("cn-north-1"))))
        .isEqualTo("InvalidParameterValue");
    assertThat(code(() -> described(one, "pcx-0123456789abcdef0")))
        .isEqualTo("InvalidVpcPeeringConnectionID.NotFound");
  }

  @Test
  void aRuleThatNamesAGroupAcrossItIsRefusedByName() {
    String a = vpc(one, "10.50.0.0/16");
    String b = vpc(one, "10.51.0.0/16");
    peered(a, b);
    assertThat(
            code(() ->
                one.authorizeSecurityGroupIngress(r ->
                    r.groupId(group(a))
                        .ipPermissions(
                            IpPermission.builder()
                                .ipProtocol("-1")
                                .userIdGroupPairs(
                                    UserIdGroupPair.builder().groupId(group(b)).build())
                                .build()))))
        .isEqualTo("UnsupportedOperation");
  }

  private static String group(String vpc) {
    return one.describeSecurityGroups(r -> r.filters(Clients.filter("vpc-id", vpc)))
        .securityGroups()
        .getFirst()
        .groupId();
  }

  @Test
  void filtersTagsAndQuotas() {
    String a = vpc(one, "10.40.0.0/16");
    String b = vpc(one, "10.41.0.0/16");
    String c = vpc(one, "10.42.0.0/16");
    String first = peered(a, b);
    String second = peered(a, c);
    one.createTags(r -> r.resources(second).tags(Clients.tag("k", "v")));
    assertThat(found("tag:k", "v")).containsExactly(second);
    assertThat(found("requester-vpc-info.vpc-id", a)).containsExactlyInAnyOrder(first, second);
    assertThat(found("accepter-vpc-info.cidr-block", "10.41.*")).containsExactly(first);
    assertThat(found("status-message", "Active")).contains(first, second);
    assertThat(code(() -> found("colour", "red"))).isEqualTo("InvalidParameterValue");
    String d = vpc(one, "10.43.0.0/16");
    assertThat(code(() -> asked(a, d))).isEqualTo("ActiveVpcPeeringConnectionPerVpcLimitExceeded");
    assertThat(code(() -> peered(d, a))).isEqualTo("ActiveVpcPeeringConnectionPerVpcLimitExceeded");
  }

  private static List<String> found(String filter, String value) {
    return one
        .describeVpcPeeringConnections(r -> r.filters(Clients.filter(filter, value)))
        .vpcPeeringConnections()
        .stream()
        .map(VpcPeeringConnection::vpcPeeringConnectionId)
        .toList();
  }
}
