package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Describing;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;

/** Describes subnets. */
public record DescribeSubnets() implements Action<DescribeSubnetsRequest, DescribeSubnetsResponse> {
  private static final Filters<Subnet> FILTERS =
      Filters.<Subnet>of(Subnet::id)
          .one("availability-zone", Subnet::zone)
          .one("availabilityZone", Subnet::zone)
          .one("availability-zone-id", SubnetAnswer::zoneId)
          .one("availabilityZoneId", SubnetAnswer::zoneId)
          .one("cidr-block", Subnet::cidr)
          .one("cidr", Subnet::cidr)
          .one("cidrBlock", Subnet::cidr)
          .with("customer-owned-ipv4-pool", _ -> Stream.of())
          .one("default-for-az", Subnet::defaultForAz)
          .one("defaultForAz", Subnet::defaultForAz)
          .one("enable-dns64", s -> s.settings().dns64())
          .with("enable-lni-at-device-index", _ -> Stream.of())
          .with(
              "ipv6-cidr-block-association.ipv6-cidr-block",
              s -> s.ipv6().stream().map(b -> b.cidr().toString()))
          .with(
              "ipv6-cidr-block-association.association-id",
              s -> s.ipv6().stream().map(b -> b.id().value()))
          .with("ipv6-cidr-block-association.state", s -> s.ipv6().stream().map(_ -> "associated"))
          .one("ipv6-native", _ -> false)
          .one("map-customer-owned-ip-on-launch", _ -> false)
          .one("map-public-ip-on-launch", s -> s.settings().mapPublicIp())
          .with("outpost-arn", _ -> Stream.of())
          .one("owner-id", s -> s.scope().account())
          .one("private-dns-name-options-on-launch.hostname-type", s -> s.settings().hostnameType())
          .one(
              "private-dns-name-options-on-launch.enable-resource-name-dns-a-record",
              s -> s.settings().nameRecordsA())
          .one(
              "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record",
              s -> s.settings().nameRecordsAaaa())
          .one("state", _ -> "available")
          .one("subnet-arn", SubnetAnswer::arn)
          .one("subnet-id", Subnet::id)
          .one("vpc-id", Subnet::vpc);

  @Override
  public Class<DescribeSubnetsRequest> request() {
    return DescribeSubnetsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("SubnetIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeSubnetsResponse> decide(
      Network network, Caller caller, DescribeSubnetsRequest request, Draw draw) {
    Filters<Subnet> filters =
        FILTERS.one("available-ip-address-count", s -> Addresses.free(network, s));
    Page<Subnet> page =
        new Describing(
                "subnetIds",
                request.subnetIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken())
            .page(network, caller, Lookups.SUBNET, network.subnets(), filters);
    return Decision.answer(
        DescribeSubnetsResponse.builder()
            .subnets(page.items().stream().map(s -> SubnetAnswer.of(network, s)).toList())
            .nextToken(page.nextToken())
            .build());
  }
}
