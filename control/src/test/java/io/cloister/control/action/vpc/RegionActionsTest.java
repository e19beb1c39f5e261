package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Region;

class RegionActionsTest {
  private final Cloud cloud = Cloud.fresh();

  @Test
  void theRegionsAreThoseOfTheCallersPartition() {
    DescribeRegionsRequest all = DescribeRegionsRequest.builder().build();
    List<Region> regions = cloud.call(new DescribeRegions(), all).regions();
    assertThat(regions).extracting(Region::regionName).contains("us-east-1", "eu-central-1");
    assertThat(regions).extracting(Region::regionName).doesNotContain("cn-north-1");
    assertThat(
            cloud
                .as("111122223333", "aws-cn", "cn-north-1")
                .call(new DescribeRegions(), all)
                .regions())
        .extracting(Region::endpoint)
        .containsExactly("ec2.cn-north-1.amazonaws.com.cn", "ec2.cn-northwest-1.amazonaws.com.cn");
    assertThat(
            cloud
                .call(
                    new DescribeRegions(),
                    DescribeRegionsRequest.builder()
                        .regionNames("us-east-1", "af-south-1")
                        .filters(filter("opt-in-status", "opted-in"))
                        .build())
                .regions())
        .extracting(Region::regionName)
        .containsExactly("af-south-1");
    assertThat(
            cloud
                .call(new DescribeRegions(), all.copy(b -> b.filters(filter("endpoint", "*.eu-*"))))
                .regions())
        .allSatisfy(r -> assertThat(r.regionName()).startsWith("eu-"))
        .isNotEmpty();
    assertThat(
            cloud.code(
                new DescribeRegions(),
                DescribeRegionsRequest.builder().regionNames("us-east-9").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(new DescribeRegions(), all.copy(b -> b.filters(filter("colour", "x")))))
        .isEqualTo("InvalidParameterValue");
  }

  @ParameterizedTest
  @CsvSource({
    "group-long-name, US East (N. Virginia) 1, 6",
    "group-name, us-east-1-zg-1, 6",
    "message, *, 0",
    "opt-in-status, opt-in-not-required, 6",
    "parent-zone-id, *, 0",
    "parent-zone-name, *, 0",
    "region-name, us-east-1, 6",
    "state, available, 6",
    "zone-id, use1-az1, 1",
    "zone-name, us-east-1b, 1",
    "zone-type, availability-zone, 6"
  })
  void zones(String name, String value, int expected) {
    assertThat(
            cloud
                .call(
                    new DescribeAvailabilityZones(),
                    DescribeAvailabilityZonesRequest.builder().filters(filter(name, value)).build())
                .availabilityZones())
        .hasSize(expected);
  }

  @Test
  void zonesAreFoundByNameAndById() {
    DescribeAvailabilityZonesRequest.Builder request = DescribeAvailabilityZonesRequest.builder();
    DescribeAvailabilityZones zones = new DescribeAvailabilityZones();
    assertThat(
            cloud
                .call(zones, request.copy().zoneNames("us-east-1c", "us-east-1a").build())
                .availabilityZones())
        .extracting(AvailabilityZone::zoneName)
        .containsExactly("us-east-1a", "us-east-1c");
    assertThat(cloud.call(zones, request.copy().zoneIds("use1-az1").build()).availabilityZones())
        .hasSize(1);
    assertThat(cloud.code(zones, request.copy().zoneNames("eu-west-1a").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(zones, request.copy().zoneIds("use1-az99").build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void theAccountTellsItsDefaultVpcAndItsQuotas() {
    String vpc =
        Parts.defaultVpc(cloud.network(), cloud.caller().scope()).orElseThrow().id().value();
    assertThat(attribute("default-vpc")).isEqualTo(vpc);
    assertThat(attribute("supported-platforms")).isEqualTo("VPC");
    assertThat(attribute("vpc-max-security-groups-per-interface")).isEqualTo("5");
    cloud.apply(Quotas.change(cloud.caller().scope(), Quota.ELASTIC_IPS_PER_REGION, 9));
    assertThat(attribute("max-elastic-ips")).isEqualTo("9");
    assertThat(attribute("vpc-max-elastic-ips")).isEqualTo("9");
    Emptied.of(cloud);
    assertThat(attribute("default-vpc")).isEqualTo("none");
    assertThat(
            cloud
                .call(
                    new DescribeAccountAttributes(),
                    DescribeAccountAttributesRequest.builder().build())
                .accountAttributes())
        .hasSize(6);
    assertThat(
            cloud.code(
                new DescribeAccountAttributes(),
                DescribeAccountAttributesRequest.builder()
                    .attributeNamesWithStrings("colour")
                    .build()))
        .isEqualTo("InvalidParameterValue");
  }

  private String attribute(String name) {
    return cloud
        .call(
            new DescribeAccountAttributes(),
            DescribeAccountAttributesRequest.builder().attributeNamesWithStrings(name).build())
        .accountAttributes()
        .getFirst()
        .attributeValues()
        .getFirst()
        .attributeValue();
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }
}
