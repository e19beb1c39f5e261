package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AssociateDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.CreateDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.Vpc;

class DhcpOptionsTest {
  private final Cloud cloud = Cloud.fresh();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domain-name | example.com | ok",
        "domain-name | a.com b.com | ok",
        "domain-name-servers | AmazonProvidedDNS | ok",
        "domain-name-servers | 10.0.0.2,10.0.0.3 | ok",
        "domain-name-servers | 10.0.0.2,fd00::1 | ok",
        "ntp-servers | 169.254.169.123 | ok",
        "netbios-name-servers | 10.0.0.9 | ok",
        "netbios-node-type | 2 | ok",
        "ipv6-address-preferred-lease-time | 3600 | ok",
        "domain-name-servers | 1.1.1.1,2.2.2.2,3.3.3.3,4.4.4.4,5.5.5.5 | InvalidParameterValue",
        "domain-name-servers | dns.example.com | InvalidParameterValue",
        "domain-name-servers | 10.0.0.2, | InvalidParameterValue",
        "netbios-name-servers | fd00::1 | InvalidParameterValue",
        "netbios-node-type | 3 | InvalidParameterValue",
        "ipv6-address-preferred-lease-time | 139 | InvalidParameterValue",
        "ipv6-address-preferred-lease-time | 2147483648 | InvalidParameterValue",
        "ipv6-address-preferred-lease-time | 1d | InvalidParameterValue",
        "routers | 10.0.0.1 | InvalidParameterValue"
      })
  void options(String key, String value, String expected) {
    CreateDhcpOptionsRequest request = request(option(key, value));
    if (!expected.equals("ok")) {
      assertThat(cloud.code(new CreateDhcpOptions(), request)).isEqualTo(expected);
      return;
    }
    DhcpOptions made = cloud.call(new CreateDhcpOptions(), request).dhcpOptions();
    assertThat(made.dhcpConfigurations().getFirst().key()).isEqualTo(key);
    assertThat(
            made.dhcpConfigurations().getFirst().values().stream()
                .map(AttributeValue::value)
                .toList())
        .isEqualTo(List.of(value.split(",")));
  }

  @Test
  void requestsThatDoNotMakeSense() {
    assertThat(cloud.code(new CreateDhcpOptions(), request())).isEqualTo("MissingParameter");
    assertThat(
            cloud.code(
                new CreateDhcpOptions(),
                request(option("domain-name", "a"), option("domain-name", "b"))))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            cloud.code(
                new CreateDhcpOptions(),
                request(NewDhcpConfiguration.builder().key("domain-name").build())))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void aSetIsGivenToVpcsAndKeptWhileOneHasIt() {
    String id =
        cloud
            .call(
                new CreateDhcpOptions(),
                request(option("domain-name", "x"))
                    .copy(b -> b.tagSpecifications(Made.tags("dhcp-options", "a", "b"))))
            .dhcpOptions()
            .dhcpOptionsId();
    String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();
    cloud.call(new AssociateDhcpOptions(), associate(id, vpc));
    assertThat(vpcOptions(vpc)).isEqualTo(id);
    AwsException refused = cloud.refusal(new DeleteDhcpOptions(), delete(id));
    assertThat(refused.code()).isEqualTo("DependencyViolation");
    assertThat(refused.text()).contains(vpc);
    cloud.call(new AssociateDhcpOptions(), associate("default", vpc));
    assertThat(vpcOptions(vpc)).isEqualTo("default");
    cloud.call(new DeleteDhcpOptions(), delete(id));
    assertThat(cloud.code(new DeleteDhcpOptions(), delete(id)))
        .isEqualTo("InvalidDhcpOptionID.NotFound");
    assertThat(cloud.code(new AssociateDhcpOptions(), associate("dopt-x", vpc)))
        .isEqualTo("InvalidDhcpOptionsId.Malformed");
  }

  @Test
  void whoDeletesTheDefaultSetGetsAnotherWithTheNextVpc() {
    String old = cloud.network().dhcpOptions().values().findFirst().orElseThrow().id().value();
    Emptied.of(cloud);
    cloud.call(new DeleteDhcpOptions(), delete(old));
    Vpc first = Made.vpc(cloud, "10.0.0.0/16");
    assertThat(first.dhcpOptionsId()).startsWith("dopt-").isNotEqualTo(old);
    assertThat(Made.vpc(cloud, "10.0.0.0/16").dhcpOptionsId()).isEqualTo(first.dhcpOptionsId());
    assertThat(
            cloud
                .call(
                    new DescribeDhcpOptions(),
                    DescribeDhcpOptionsRequest.builder()
                        .filters(
                            Filter.builder().name("value").values("ec2.internal").build(),
                            Filter.builder().name("key").values("domain-name").build())
                        .build())
                .dhcpOptions())
        .extracting(DhcpOptions::dhcpOptionsId)
        .containsExactly(first.dhcpOptionsId());
  }

  private String vpcOptions(String vpc) {
    return cloud
        .call(new DescribeVpcs(), DescribeVpcsRequest.builder().vpcIds(vpc).build())
        .vpcs()
        .getFirst()
        .dhcpOptionsId();
  }

  private static NewDhcpConfiguration option(String key, String value) {
    return NewDhcpConfiguration.builder().key(key).values(value).build();
  }

  private static CreateDhcpOptionsRequest request(NewDhcpConfiguration... options) {
    return CreateDhcpOptionsRequest.builder().dhcpConfigurations(options).build();
  }

  private static AssociateDhcpOptionsRequest associate(String id, String vpc) {
    return AssociateDhcpOptionsRequest.builder().dhcpOptionsId(id).vpcId(vpc).build();
  }

  private static DeleteDhcpOptionsRequest delete(String id) {
    return DeleteDhcpOptionsRequest.builder().dhcpOptionsId(id).build();
  }
}
