package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;

/** Filters as AWS documents them, and pages. */
class DescribeTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.dualStack(cloud, "10.0.0.0/16").vpcId();
  private final String gateway = Made.gateway(cloud, vpc);
  private final String table = Made.table(cloud, vpc);
  private final String subnet = made();

  private String made() {
    Prefix block = cloud.network().vpcs().require(new VpcId(vpc)).ipv6().getFirst().cidr();
    String id =
        cloud
            .call(
                new CreateSubnet(),
                CreateSubnetRequest.builder()
                    .vpcId(vpc)
                    .cidrBlock("10.0.7.0/24")
                    .ipv6CidrBlock(new Prefix(block.address(), 64).toString())
                    .availabilityZone("us-east-1b")
                    .tagSpecifications(Made.tags("subnet", "Name", "web-1"))
                    .build())
            .subnet()
            .subnetId();
    cloud.call(
        new AssociateRouteTable(),
        AssociateRouteTableRequest.builder().routeTableId(table).subnetId(id).build());
    Made.instance(cloud, id, "00000001", "10.0.7.4");
    cloud.call(
        new CreateRoute(),
        CreateRouteRequest.builder()
            .routeTableId(table)
            .destinationCidrBlock("0.0.0.0/0")
            .gatewayId(gateway)
            .build());
    cloud.call(
        new CreateRoute(),
        CreateRouteRequest.builder()
            .routeTableId(table)
            .destinationCidrBlock("192.168.0.0/24")
            .instanceId("i-00000001")
            .build());
    return id;
  }

  /** Names in a value stand for what was made: VPC, SUBNET, GATEWAY, TABLE. */
  private Filter filter(String name, String value) {
    String text =
        value
            .replace("VPC", vpc)
            .replace("SUBNET", subnet)
            .replace("GATEWAY", gateway)
            .replace("TABLE", table);
    return Filter.builder().name(name).values(text).build();
  }

  @ParameterizedTest
  @CsvSource({
    "cidr, 10.0.0.0/16, 1",
    "cidr, 10.0.0.0/8, 0",
    "cidr-block-association.cidr-block, *.0.0/16, 2",
    "cidr-block-association.association-id, vpc-cidr-assoc-*, 2",
    "cidr-block-association.state, associated, 2",
    "dhcp-options-id, dopt-*, 2",
    "ipv6-cidr-block-association.ipv6-cidr-block, 2001:db8:*, 1",
    "ipv6-cidr-block-association.ipv6-pool, Amazon, 1",
    "ipv6-cidr-block-association.association-id, *, 1",
    "ipv6-cidr-block-association.state, associated, 1",
    "is-default, false, 1",
    "isDefault, true, 1",
    "owner-id, 111122223333, 2",
    "owner-id, 444455556666, 0",
    "state, available, 2",
    "state, pending, 0",
    "vpc-id, VPC, 1",
    "tag-key, Name, 0",
    "tag:Name, *, 0"
  })
  void vpcs(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeVpcs(),
                    DescribeVpcsRequest.builder().filters(filter(name, value)).build())
                .vpcs())
        .hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "availability-zone, us-east-1b, 2",
    "availabilityZone, us-east-1?, 7",
    "availability-zone-id, use1-az2, 2",
    "availabilityZoneId, use1-az1, 1",
    "available-ip-address-count, 250, 1",
    "available-ip-address-count, 4091, 6",
    "cidr-block, 10.0.7.0/24, 1",
    "cidr, 172.31.*, 6",
    "cidrBlock, 172.31.16.0/20, 1",
    "customer-owned-ipv4-pool, *, 0",
    "default-for-az, true, 6",
    "defaultForAz, false, 1",
    "enable-dns64, false, 7",
    "enable-lni-at-device-index, *, 0",
    "ipv6-cidr-block-association.ipv6-cidr-block, *::/64, 1",
    "ipv6-cidr-block-association.association-id, subnet-cidr-assoc-*, 1",
    "ipv6-cidr-block-association.state, associated, 1",
    "ipv6-native, false, 7",
    "map-customer-owned-ip-on-launch, false, 7",
    "map-public-ip-on-launch, true, 6",
    "outpost-arn, *, 0",
    "owner-id, 111122223333, 7",
    "private-dns-name-options-on-launch.hostname-type, ip-name, 7",
    "private-dns-name-options-on-launch.enable-resource-name-dns-a-record, false, 7",
    "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record, true, 0",
    "state, available, 7",
    "subnet-arn, arn:aws:ec2:us-east-1:111122223333:subnet/SUBNET, 1",
    "subnet-id, SUBNET, 1",
    "vpc-id, VPC, 1",
    "tag-key, Name, 1",
    "tag:Name, web-?, 1",
    "tag:Name, WEB-?, 0",
    "tag:name, web-1, 0"
  })
  void subnets(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeSubnets(),
                    DescribeSubnetsRequest.builder().filters(filter(name, value)).build())
                .subnets())
        .hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "attachment.state, available, 2",
    "attachment.vpc-id, VPC, 1",
    "internet-gateway-id, GATEWAY, 1",
    "owner-id, 111122223333, 2",
    "tag-key, *, 0"
  })
  void internetGateways(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeInternetGateways(),
                    DescribeInternetGatewaysRequest.builder().filters(filter(name, value)).build())
                .internetGateways())
        .hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "association.gateway-id, igw-*, 0",
    "association.route-table-association-id, rtbassoc-*, 3",
    "association.route-table-id, TABLE, 1",
    "association.subnet-id, SUBNET, 1",
    "association.main, true, 2",
    "association.main, false, 1",
    "owner-id, 111122223333, 3",
    "route-table-id, TABLE, 1",
    "route.destination-cidr-block, 0.0.0.0/0, 2",
    "route.destination-ipv6-cidr-block, 2001:db8:*, 2",
    "route.destination-prefix-list-id, *, 0",
    "route.egress-only-internet-gateway-id, *, 0",
    "route.gateway-id, GATEWAY, 1",
    "route.gateway-id, local, 3",
    "route.instance-id, i-00000001, 1",
    "route.nat-gateway-id, *, 0",
    "route.transit-gateway-id, *, 0",
    "route.origin, CreateRouteTable, 3",
    "route.origin, CreateRoute, 2",
    "route.state, active, 3",
    "route.state, blackhole, 0",
    "route.vpc-peering-connection-id, *, 0",
    "vpc-id, VPC, 2"
  })
  void routeTables(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeRouteTables(),
                    DescribeRouteTablesRequest.builder().filters(filter(name, value)).build())
                .routeTables())
        .hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "association.association-id, aclassoc-*, 2",
    "association.network-acl-id, acl-*, 2",
    "association.subnet-id, SUBNET, 1",
    "default, true, 2",
    "entry.cidr, 0.0.0.0/0, 2",
    "entry.ipv6-cidr, ::/0, 1",
    "entry.icmp.code, *, 0",
    "entry.icmp.type, *, 0",
    "entry.port-range.from, *, 0",
    "entry.port-range.to, *, 0",
    "entry.protocol, -1, 2",
    "entry.protocol, tcp, 0",
    "entry.rule-action, deny, 2",
    "entry.egress, true, 2",
    "entry.rule-number, 101, 1",
    "entry.rule-number, 32767, 2",
    "network-acl-id, acl-*, 2",
    "owner-id, 111122223333, 2",
    "vpc-id, VPC, 1"
  })
  void networkAcls(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeNetworkAcls(),
                    DescribeNetworkAclsRequest.builder().filters(filter(name, value)).build())
                .networkAcls())
        .hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "dhcp-options-id, dopt-*, 1",
    "key, domain-name, 1",
    "value, AmazonProvidedDNS, 1",
    "value, *.internal, 1",
    "owner-id, 1*, 1",
    "tag-key, *, 0"
  })
  void dhcpOptions(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeDhcpOptions(),
                    DescribeDhcpOptionsRequest.builder().filters(filter(name, value)).build())
                .dhcpOptions())
        .hasSize(expected);
  }

  @Test
  void filtersAddUpAndTheirValuesAreAlternatives() {
    DescribeSubnetsRequest.Builder request = DescribeSubnetsRequest.builder();
    Filter zones =
        Filter.builder().name("availability-zone").values("us-east-1a", "us-east-1b").build();
    assertThat(cloud.call(new DescribeSubnets(), request.copy().filters(zones).build()).subnets())
        .hasSize(3);
    assertThat(
            cloud
                .call(
                    new DescribeSubnets(),
                    request.copy().filters(zones, filter("default-for-az", "true")).build())
                .subnets())
        .hasSize(2);
  }

  @Test
  void filtersThatDoNotMakeSense() {
    DescribeSubnetsRequest.Builder request = DescribeSubnetsRequest.builder();
    DescribeSubnets subnets = new DescribeSubnets();
    assertThat(cloud.code(subnets, request.copy().filters(filter("colour", "x")).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                subnets, request.copy().filters(Filter.builder().values("x").build()).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                subnets, request.copy().filters(Filter.builder().name("state").build()).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                subnets,
                request
                    .copy()
                    .filters(Collections.nCopies(51, filter("state", "available")))
                    .build()))
        .isEqualTo("FilterLimitExceeded");
    assertThat(
            cloud.code(
                subnets,
                request
                    .copy()
                    .filters(
                        Filter.builder()
                            .name("state")
                            .values(Collections.nCopies(201, "x"))
                            .build())
                    .build()))
        .isEqualTo("FilterLimitExceeded");
  }

  @Test
  void pagesHoldEverythingOnceAlsoWhenItChangesInBetween() {
    DescribeSubnetsRequest five = DescribeSubnetsRequest.builder().maxResults(5).build();
    DescribeSubnetsResponse first = cloud.call(new DescribeSubnets(), five);
    assertThat(first.subnets()).hasSize(5);
    String dropped = first.subnets().getFirst().subnetId();
    cloud.apply(new Change.Remove(new SubnetId(dropped)));
    DescribeSubnetsResponse second =
        cloud.call(new DescribeSubnets(), five.copy(b -> b.nextToken(first.nextToken())));
    assertThat(second.subnets()).hasSize(2);
    assertThat(second.nextToken()).isNull();
    List<String> seen = new ArrayList<>();
    first.subnets().forEach(s -> seen.add(s.subnetId()));
    second.subnets().forEach(s -> seen.add(s.subnetId()));
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void pagesThatDoNotMakeSense() {
    DescribeVpcs vpcs = new DescribeVpcs();
    DescribeVpcsRequest.Builder request = DescribeVpcsRequest.builder();
    assertThat(cloud.code(vpcs, request.copy().maxResults(4).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(vpcs, request.copy().maxResults(1001).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(vpcs, request.copy().nextToken("zzz").build()))
        .isEqualTo("InvalidNextToken");
    assertThat(cloud.code(vpcs, request.copy().vpcIds(vpc).maxResults(5).build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(cloud.refusal(vpcs, request.copy().vpcIds("vpc-00000000", "vpc-11111111").build()))
        .satisfies(e -> {
          assertThat(e.code()).isEqualTo("InvalidVpcID.NotFound");
          assertThat(e.text()).contains("vpc-00000000, vpc-11111111");
        });
  }

  @Test
  void anAclShowsItsImplicitRules() {
    NetworkAcl acl =
        cloud
            .call(
                new DescribeNetworkAcls(),
                DescribeNetworkAclsRequest.builder().filters(filter("vpc-id", vpc)).build())
            .networkAcls()
            .getFirst();
    assertThat(acl.isDefault()).isTrue();
    assertThat(acl.entries())
        .extracting(e ->
            "%s %d %s %s %s"
                .formatted(
                    e.egress() ? "out" : "in",
                    e.ruleNumber(),
                    e.ruleActionAsString(),
                    e.protocol(),
                    e.cidrBlock() == null ? e.ipv6CidrBlock() : e.cidrBlock()))
        .containsExactly(
            "out 100 allow -1 0.0.0.0/0",
            "out 101 allow -1 ::/0",
            "out 32767 deny -1 0.0.0.0/0",
            "out 32768 deny -1 ::/0",
            "in 100 allow -1 0.0.0.0/0",
            "in 101 allow -1 ::/0",
            "in 32767 deny -1 0.0.0.0/0",
            "in 32768 deny -1 ::/0");
    assertThat(acl.associations()).hasSize(1);
    assertThat(acl.associations().getFirst().subnetId()).isEqualTo(subnet);
  }

  @Test
  void anAclsPortsAndIcmpTypesAreShown() {
    io.cloister.model.vpc.NetworkAcl acl = Parts.defaultAcl(cloud.network(), new VpcId(vpc));
    cloud.apply(
        new Change.Put(
            acl.withEntries(
                List.of(
                    new io.cloister.model.vpc.NetworkAcl.Entry(
                        Direction.INGRESS,
                        10,
                        true,
                        new TrafficMatch.Ports(IpProtocol.TCP, new PortRange(80, 81)),
                        Prefix.ALL_IPV4),
                    new io.cloister.model.vpc.NetworkAcl.Entry(
                        Direction.INGRESS,
                        20,
                        false,
                        new TrafficMatch.Icmp(IpProtocol.ICMP, 8, -1),
                        Prefix.ALL_IPV4)))));
    for (Filter filter :
        List.of(
            filter("entry.protocol", "tcp"),
            filter("entry.protocol", "6"),
            filter("entry.port-range.from", "80"),
            filter("entry.port-range.to", "81"),
            filter("entry.icmp.type", "8"),
            filter("entry.icmp.code", "-1"))) {
      NetworkAcl seen =
          cloud
              .call(
                  new DescribeNetworkAcls(),
                  DescribeNetworkAclsRequest.builder().filters(filter).build())
              .networkAcls()
              .getFirst();
      List<NetworkAclEntry> in = seen.entries().stream().filter(e -> !e.egress()).toList();
      assertThat(in.get(0).protocol()).isEqualTo("6");
      assertThat(in.get(0).portRange().from()).isEqualTo(80);
      assertThat(in.get(1).icmpTypeCode().type()).isEqualTo(8);
    }
  }
}
