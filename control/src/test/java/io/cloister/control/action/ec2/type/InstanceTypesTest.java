package io.cloister.control.action.ec2.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

class InstanceTypesTest {
  private final Ec2 ec2 = Ec2.fresh();

  @Test
  void everyTypeOfTheApiIsThere() {
    for (InstanceType type : InstanceType.knownValues()) {
      assertThat(InstanceTypes.find(type.toString())).as("%s", type).isPresent();
    }
  }

  /** From the EC2 user guide, "Maximum IP addresses per network interface". */
  @ParameterizedTest
  @CsvSource({
    "t3.micro, 2, 1024, 2, 2, x86_64",
    "t2.micro, 1, 1024, 2, 2, x86_64",
    "t3.large, 2, 8192, 3, 12, x86_64",
    "t4g.nano, 2, 512, 2, 2, arm64",
    "m5.large, 2, 8192, 3, 10, x86_64",
    "m4.large, 2, 8192, 2, 10, x86_64",
    "c5.18xlarge, 72, 147456, 15, 50, x86_64",
    "c6g.medium, 1, 2048, 2, 4, arm64",
    "c7gn.16xlarge, 64, 131072, 15, 50, arm64",
    "g4dn.xlarge, 4, 16384, 3, 10, x86_64",
    "g5g.xlarge, 4, 8192, 4, 15, arm64",
    "i4i.24xlarge, 96, 786432, 15, 30, x86_64",
    "mac2.metal, 8, 16384, 8, 30, arm64_mac",
    "r8i.large, 2, 16384, 3, 20, x86_64",
    "x2gd.metal, 64, 1048576, 15, 50, arm64"
  })
  void facts(String name, int vcpus, long memory, int interfaces, int ipv4, String architecture) {
    TypeFacts type = InstanceTypes.get(name);
    assertThat(type).isEqualTo(new TypeFacts(name, vcpus, memory, interfaces, ipv4));
    assertThat(type.architecture()).isEqualTo(architecture);
  }

  @Test
  void standardTypesAreThoseOfTheQuota() {
    for (String name : List.of("t3.micro", "m5.large", "c1.medium", "im4gn.large", "a1.large")) {
      assertThat(InstanceTypes.get(name).standard()).as(name).isTrue();
    }
    for (String name :
        List.of(
            "g5.xlarge",
            "p3.2xlarge",
            "inf1.xlarge",
            "trn1.2xlarge",
            "x1.16xlarge",
            "dl1.24xlarge",
            "hpc6a.48xlarge",
            "mac1.metal",
            "u-6tb1.metal",
            "vt1.3xlarge")) {
      assertThat(InstanceTypes.get(name).standard()).as(name).isFalse();
    }
  }

  private DescribeInstanceTypesResponse filtered(String name, String... values) {
    return ec2.call(
        DescribeInstanceTypesRequest.builder()
            .filters(Filter.builder().name(name).values(values).build())
            .build());
  }

  @Test
  void aHundredAtMost() {
    DescribeInstanceTypesResponse first = ec2.call(DescribeInstanceTypesRequest.builder().build());
    assertThat(first.instanceTypes()).hasSize(100);
    int seen = 100;
    String token = first.nextToken();
    while (token != null) {
      DescribeInstanceTypesResponse next =
          ec2.call(DescribeInstanceTypesRequest.builder().nextToken(token).build());
      seen += next.instanceTypes().size();
      token = next.nextToken();
    }
    assertThat(seen).isEqualTo(InstanceTypes.all().size());
    assertThat(ec2.code(DescribeInstanceTypesRequest.builder().maxResults(101).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            ec2.code(
                DescribeInstanceTypesRequest.builder()
                    .instanceTypesWithStrings("t99.nano")
                    .build()))
        .isEqualTo("InvalidInstanceType");
  }

  @Test
  void filtersAndFacts() {
    assertThat(filtered("instance-type", "t3.*").instanceTypes())
        .extracting(InstanceTypeInfo::instanceTypeAsString)
        .contains("t3.micro")
        .hasSize(7);
    assertThat(filtered("memory-info.size-in-mib", "512").instanceTypes())
        .extracting(InstanceTypeInfo::instanceTypeAsString)
        .containsExactly("t2.nano", "t3.nano", "t3a.nano", "t4g.nano");
    for (String name :
        List.of(
            "auto-recovery-supported",
            "bare-metal",
            "burstable-performance-supported",
            "current-generation",
            "dedicated-hosts-supported",
            "ebs-info.ebs-optimized-support",
            "ebs-info.encryption-support",
            "ebs-info.nvme-support",
            "free-tier-eligible",
            "hypervisor",
            "network-info.efa-supported",
            "network-info.ena-support",
            "network-info.encryption-in-transit-supported",
            "network-info.ipv4-addresses-per-interface",
            "network-info.ipv6-addresses-per-interface",
            "network-info.ipv6-supported",
            "network-info.maximum-network-cards",
            "network-info.maximum-network-interfaces",
            "processor-info.supported-architecture",
            "supported-boot-mode",
            "supported-root-device-type",
            "supported-usage-class",
            "supported-virtualization-type",
            "vcpu-info.default-cores",
            "vcpu-info.default-threads-per-core",
            "vcpu-info.default-vcpus",
            "vcpu-info.valid-threads-per-core")) {
      assertThat(filtered(name, "*").instanceTypes()).as(name).isNotEmpty();
    }
  }

  @Test
  void everythingIsOfferedEverywhere() {
    DescribeInstanceTypeOfferingsResponse zones =
        ec2.call(
            DescribeInstanceTypeOfferingsRequest.builder()
                .locationType("availability-zone")
                .filters(Filter.builder().name("instance-type").values("t3.micro").build())
                .build());
    assertThat(zones.instanceTypeOfferings()).hasSizeGreaterThanOrEqualTo(3);
    DescribeInstanceTypeOfferingsResponse region =
        ec2.call(DescribeInstanceTypeOfferingsRequest.builder().build());
    assertThat(region.instanceTypeOfferings()).hasSize(InstanceTypes.all().size());
    assertThat(ec2.code(DescribeInstanceTypeOfferingsRequest.builder().locationType("x").build()))
        .isEqualTo("InvalidParameterValue");
  }
}
