package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

class RouteTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.dualStack(cloud, "10.0.0.0/16").vpcId();
  private final String gateway = Made.gateway(cloud, vpc);
  private final String subnet = Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId();
  private final String table = Made.table(cloud, vpc);
  private final NetworkInterface eni = Made.instance(cloud, subnet, "00000001", "10.0.0.4");

  @Test
  void aNewTableHasALocalRouteForEachBlock() {
    Made.secondary(cloud, vpc, "10.1.0.0/16");
    RouteTable made = describe(Made.table(cloud, vpc));
    assertThat(made.routes())
        .allSatisfy(r -> {
          assertThat(r.gatewayId()).isEqualTo("local");
          assertThat(r.stateAsString()).isEqualTo("active");
          assertThat(r.originAsString()).isEqualTo("CreateRouteTable");
        })
        .extracting(RouteTest::destination)
        .containsExactly(
            "10.0.0.0/16",
            "10.1.0.0/16",
            cloud.network().vpcs().require(new VpcId(vpc)).ipv6().getFirst().cidr().toString());
    assertThat(describe(table).routes()).as("older tables too").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, igw, ok",
    "::/0, igw, ok",
    "0.0.0.0/0, eni, ok",
    "0.0.0.0/0, instance, ok",
    "10.0.0.0/8, igw, ok",
    "10.0.0.0/24, eni, ok",
    "192.168.1.7/24, igw, ok",
    "169.254.0.0/16, igw, ok",
    // Not a way for these.
    "169.254.168.0/22, igw, InvalidParameterValue",
    "169.254.169.254/32, eni, InvalidParameterValue",
    "fd00:ec2::254/128, eni, InvalidParameterValue",
    // More specific than local, or the same.
    "10.0.0.0/24, igw, InvalidParameterValue",
    "10.0.0.0/16, igw, InvalidParameterValue",
    "10.0.0.0/16, eni, RouteAlreadyExists",
    "10.0.0.0/25, eni, InvalidParameterValue",
    "10.0.5.0/24, eni, InvalidParameterValue",
    // Targets.
    "0.0.0.0/0, other igw, InvalidParameterValue",
    "0.0.0.0/0, loose igw, InvalidParameterValue",
    "0.0.0.0/0, other eni, InvalidParameterValue",
    "0.0.0.0/0, other instance, InvalidParameterValue",
    "0.0.0.0/0, igw-00000000, InvalidGatewayID.NotFound",
    "0.0.0.0/0, local, InvalidGatewayID.NotFound",
    "0.0.0.0/0, nat-0123456789abcdef0, InvalidGatewayID.NotFound",
    "0.0.0.0/0, vgw-0123456789abcdef0, UnsupportedOperation",
    "0.0.0.0/0, none, MissingParameter",
    "0.0.0.0/0, two, InvalidParameterCombination",
    // Destinations.
    "none, igw, MissingParameter",
    "0.0.0.0, igw, InvalidParameterValue",
    "::/129, igw, InvalidParameterValue"
  })
  void routes(String destination, String target, String expected) {
    CreateRouteRequest request = request(destination, target);
    if (!expected.equals("ok")) {
      assertThat(cloud.code(new CreateRoute(), request)).isEqualTo(expected);
      return;
    }
    cloud.call(new CreateRoute(), request);
    Route made = describe(table).routes().getLast();
    assertThat(destination(made)).isEqualTo(Prefix.of(destination).toString());
    assertThat(made.stateAsString()).isEqualTo("active");
    assertThat(made.originAsString()).isEqualTo("CreateRoute");
    if (target.equals("igw")) {
      assertThat(made.gatewayId()).isEqualTo(gateway);
    } else {
      assertThat(made.networkInterfaceId()).isEqualTo(eni.id().value());
      assertThat(made.instanceId()).isEqualTo("i-00000001");
      assertThat(made.instanceOwnerId()).isEqualTo("111122223333");
    }
  }

  private CreateRouteRequest request(String destination, String target) {
    CreateRouteRequest.Builder request = CreateRouteRequest.builder().routeTableId(table);
    if (destination.contains(":")) {
      request.destinationIpv6CidrBlock(destination);
    } else if (!destination.equals("none")) {
      request.destinationCidrBlock(destination);
    }
    String other = Made.vpc(cloud, "10.0.0.0/16").vpcId();
    switch (target) {
      case "igw" -> request.gatewayId(gateway);
      case "eni" -> request.networkInterfaceId(eni.id().value());
      case "instance" -> request.instanceId("i-00000001");
      case "other igw" -> request.gatewayId(Made.gateway(cloud, other));
      case "loose igw" -> request.gatewayId(Made.gateway(cloud));
      case "other eni" ->
          request.networkInterfaceId(
              Made.interfaceOf(
                      cloud,
                      Made.subnet(cloud, other, "10.0.0.0/24").subnetId(),
                      "00000009",
                      "10.0.0.9")
                  .id()
                  .value());
      case "other instance" -> {
        Made.instance(
            cloud, Made.subnet(cloud, other, "10.0.0.0/24").subnetId(), "00000009", "10.0.0.9");
        request.instanceId("i-00000009");
      }
      case "none" -> {}
      case "two" -> request.gatewayId(gateway).instanceId("i-00000001");
      default -> request.gatewayId(target);
    }
    return request.build();
  }

  @Test
  void bothDestinationsAreOneTooMany() {
    assertThat(
            cloud.code(
                new CreateRoute(),
                request("::/0", "igw").copy(b -> b.destinationCidrBlock("0.0.0.0/0"))))
        .isEqualTo("InvalidParameterCombination");
  }

  @Test
  void theSameRouteOnceMoreIsNoErrorAnotherOneIs() {
    cloud.call(new CreateRoute(), request("0.0.0.0/0", "igw"));
    Network before = cloud.network();
    assertThat(cloud.call(new CreateRoute(), request("0.0.0.0/0", "igw")).returnValue()).isTrue();
    assertThat(describe(table).routes())
        .hasSameSizeAs(before.routeTables().require(new RouteTableId(table)).routes());
    assertThat(cloud.code(new CreateRoute(), request("0.0.0.0/0", "eni")))
        .isEqualTo("RouteAlreadyExists");
  }

  @Test
  void anInstanceWithTwoInterfacesOrNoneIsNoTarget() {
    NetworkInterface second = Made.interfaceOf(cloud, subnet, "00000002", "10.0.0.5");
    cloud.apply(
        new Change.Put(
            second.withAttachment(
                Optional.of(
                    new NetworkInterface.Attachment(
                        new AttachmentId("eni-attach-00000002"),
                        new InstanceId("i-00000001"),
                        1,
                        false,
                        Instant.EPOCH)))));
    assertThat(cloud.code(new CreateRoute(), request("0.0.0.0/0", "instance")))
        .isEqualTo("InvalidInstanceID");
    cloud.apply(new Change.Remove(second.id()), new Change.Remove(eni.id()));
    assertThat(cloud.code(new CreateRoute(), request("0.0.0.0/0", "instance")))
        .isEqualTo("IncorrectInstanceState");
  }

  @Test
  void theQuotaLeavesLocalRoutesOut() {
    cloud.apply(Quotas.change(cloud.caller().scope(), Quota.ROUTES_PER_ROUTE_TABLE, 2));
    cloud.call(new CreateRoute(), request("1.0.0.0/8", "igw"));
    cloud.call(new CreateRoute(), request("2.0.0.0/8", "igw"));
    assertThat(cloud.code(new CreateRoute(), request("3.0.0.0/8", "igw")))
        .isEqualTo("RouteLimitExceeded");
  }

  @Test
  void aRouteWhoseTargetIsGoneIsABlackholeUntilItComesBack() {
    cloud.call(new CreateRoute(), request("1.0.0.0/8", "igw"));
    cloud.call(new CreateRoute(), request("2.0.0.0/8", "eni"));
    assertThat(states()).containsExactly("active", "active", "active", "active");

    cloud.call(
        new DetachInternetGateway(),
        DetachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build());
    assertThat(states()).containsExactly("active", "active", "blackhole", "active");
    cloud.call(
        new AttachInternetGateway(),
        AttachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build());
    assertThat(states()).containsExactly("active", "active", "active", "active");

    Instance instance = cloud.network().instances().require(new InstanceId("i-00000001"));
    cloud.apply(new Change.Put(instance.withState(Instance.State.STOPPED, "")));
    assertThat(states()).containsExactly("active", "active", "active", "blackhole");
    cloud.apply(new Change.Put(instance), new Change.Put(eni.withAttachment(Optional.empty())));
    assertThat(states()).containsExactly("active", "active", "active", "blackhole");
    cloud.apply(new Change.Remove(eni.id()));
    assertThat(states()).containsExactly("active", "active", "active", "blackhole");
    assertThat(
            cloud
                .call(
                    new DescribeRouteTables(),
                    DescribeRouteTablesRequest.builder()
                        .filters(Filter.builder().name("route.state").values("blackhole").build())
                        .build())
                .routeTables())
        .extracting(RouteTable::routeTableId)
        .containsExactly(table);
  }

  @Test
  void aRouteIsReplacedWhereItStands() {
    cloud.call(new CreateRoute(), request("0.0.0.0/0", "igw"));
    ReplaceRouteRequest.Builder replace =
        ReplaceRouteRequest.builder().routeTableId(table).destinationCidrBlock("0.0.0.0/0");
    cloud.call(new ReplaceRoute(), replace.copy().networkInterfaceId(eni.id().value()).build());
    assertThat(describe(table).routes().getLast().networkInterfaceId()).isEqualTo(eni.id().value());
    assertThat(cloud.code(new ReplaceRoute(), replace.copy().localTarget(true).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                new ReplaceRoute(),
                replace.copy().destinationCidrBlock("1.0.0.0/8").gatewayId(gateway).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(new ReplaceRoute(), replace.copy().build()))
        .isEqualTo("MissingParameter");
    assertThat(
            cloud.code(
                new ReplaceRoute(), replace.copy().gatewayId(gateway).localTarget(true).build()))
        .isEqualTo("InvalidParameterCombination");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLocalRouteCanLeadToAnInterfaceAndBack(boolean asMember) {
    ReplaceRouteRequest.Builder replace =
        ReplaceRouteRequest.builder().routeTableId(table).destinationCidrBlock("10.0.0.0/16");
    assertThat(cloud.code(new ReplaceRoute(), replace.copy().gatewayId(gateway).build()))
        .isEqualTo("InvalidParameterValue");
    cloud.call(new ReplaceRoute(), replace.copy().networkInterfaceId(eni.id().value()).build());
    assertThat(describe(table).routes().getFirst().networkInterfaceId())
        .isEqualTo(eni.id().value());
    assertThat(cloud.code(new DeleteRoute(), delete("10.0.0.0/16")))
        .isEqualTo("InvalidParameterValue");
    cloud.call(
        new ReplaceRoute(),
        asMember
            ? replace.copy().localTarget(true).build()
            : replace.copy().gatewayId("local").build());
    assertThat(describe(table).routes().getFirst().gatewayId()).isEqualTo("local");
  }

  @Test
  void routesAreDeletedByTheirDestination() {
    cloud.call(new CreateRoute(), request("1.2.3.4/8", "igw"));
    cloud.call(new DeleteRoute(), delete("1.9.9.9/8"));
    assertThat(describe(table).routes()).hasSize(2);
    assertThat(cloud.code(new DeleteRoute(), delete("1.0.0.0/8")))
        .isEqualTo("InvalidRoute.NotFound");
    assertThat(cloud.code(new DeleteRoute(), delete("10.0.0.0/16")))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(new DeleteRoute(), DeleteRouteRequest.builder().routeTableId(table).build()))
        .isEqualTo("MissingParameter");
    assertThat(
            cloud.code(
                new DeleteRoute(),
                DeleteRouteRequest.builder()
                    .routeTableId("rtb-00000000")
                    .destinationCidrBlock("0.0.0.0/0")
                    .build()))
        .isEqualTo("InvalidRouteTableID.NotFound");
  }

  private DeleteRouteRequest delete(String destination) {
    return DeleteRouteRequest.builder()
        .routeTableId(table)
        .destinationCidrBlock(destination)
        .build();
  }

  private List<String> states() {
    return describe(table).routes().stream().map(Route::stateAsString).toList();
  }

  private RouteTable describe(String id) {
    return cloud
        .call(
            new DescribeRouteTables(),
            DescribeRouteTablesRequest.builder().routeTableIds(id).build())
        .routeTables()
        .getFirst();
  }

  private static String destination(Route route) {
    return route.destinationCidrBlock() == null
        ? route.destinationIpv6CidrBlock()
        : route.destinationCidrBlock();
  }
}
