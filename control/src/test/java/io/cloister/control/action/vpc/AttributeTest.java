package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;

class AttributeTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();
  private final String subnet = Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId();

  @Test
  void aNewVpcHasDnsSupportButNoHostnames() {
    assertThat(vpc("enableDnsSupport").enableDnsSupport().value()).isTrue();
    assertThat(vpc("enableDnsHostnames").enableDnsHostnames().value()).isFalse();
    assertThat(vpc("enableNetworkAddressUsageMetrics").enableNetworkAddressUsageMetrics().value())
        .isFalse();
    assertThat(
            cloud.code(
                new DescribeVpcAttribute(),
                DescribeVpcAttributeRequest.builder().vpcId(vpc).attribute("colour").build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void oneAttributeOfAVpcIsChangedAtATime() {
    ModifyVpcAttributeRequest.Builder of = ModifyVpcAttributeRequest.builder().vpcId(vpc);
    AttributeBooleanValue on = AttributeBooleanValue.builder().value(true).build();
    AttributeBooleanValue off = AttributeBooleanValue.builder().value(false).build();
    cloud.call(new ModifyVpcAttribute(), of.copy().enableDnsHostnames(on).build());
    assertThat(vpc("enableDnsHostnames").enableDnsHostnames().value()).isTrue();
    cloud.call(new ModifyVpcAttribute(), of.copy().enableDnsHostnames(off).build());
    cloud.call(new ModifyVpcAttribute(), of.copy().enableDnsSupport(off).build());
    cloud.call(new ModifyVpcAttribute(), of.copy().enableNetworkAddressUsageMetrics(on).build());
    assertThat(vpc("enableDnsSupport").enableDnsSupport().value()).isFalse();
    assertThat(vpc("enableNetworkAddressUsageMetrics").enableNetworkAddressUsageMetrics().value())
        .isTrue();
    assertThat(cloud.code(new ModifyVpcAttribute(), of.copy().enableDnsHostnames(on).build()))
        .as("hostnames need support")
        .isEqualTo("InvalidParameterCombination");
    assertThat(cloud.code(new ModifyVpcAttribute(), of.copy().build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(
            cloud.code(
                new ModifyVpcAttribute(),
                of.copy().enableDnsHostnames(off).enableDnsSupport(on).build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(cloud.code(new ModifyVpcAttribute(), of.copy().enableDnsSupport(v -> {}).build()))
        .isEqualTo("MissingParameter");
    assertThat(
            cloud.code(
                new ModifyVpcAttribute(),
                of.copy().vpcId("vpc-00000000").enableDnsSupport(on).build()))
        .isEqualTo("InvalidVpcID.NotFound");
  }

  @Test
  void oneAttributeOfASubnetIsChangedAtATime() {
    ModifySubnetAttributeRequest.Builder of =
        ModifySubnetAttributeRequest.builder().subnetId(subnet);
    AttributeBooleanValue on = AttributeBooleanValue.builder().value(true).build();
    ModifySubnetAttribute modify = new ModifySubnetAttribute();
    cloud.call(modify, of.copy().mapPublicIpOnLaunch(on).build());
    cloud.call(modify, of.copy().enableResourceNameDnsARecordOnLaunch(on).build());
    cloud.call(modify, of.copy().enableResourceNameDnsAAAARecordOnLaunch(on).build());
    cloud.call(modify, of.copy().privateDnsHostnameTypeOnLaunch("resource-name").build());
    cloud.call(modify, of.copy().enableDns64(v -> v.value(false)).build());
    assertThat(
            cloud
                .call(
                    new DescribeSubnets(),
                    DescribeSubnetsRequest.builder().subnetIds(subnet).build())
                .subnets()
                .getFirst())
        .satisfies(s -> {
          assertThat(s.mapPublicIpOnLaunch()).isTrue();
          assertThat(s.privateDnsNameOptionsOnLaunch().hostnameTypeAsString())
              .isEqualTo("resource-name");
          assertThat(s.privateDnsNameOptionsOnLaunch().enableResourceNameDnsARecord()).isTrue();
          assertThat(s.privateDnsNameOptionsOnLaunch().enableResourceNameDnsAAAARecord()).isTrue();
        });
    assertThat(cloud.code(modify, of.copy().build())).isEqualTo("InvalidParameterCombination");
    assertThat(cloud.code(modify, of.copy().mapPublicIpOnLaunch(on).enableDns64(on).build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(cloud.code(modify, of.copy().assignIpv6AddressOnCreation(on).build()))
        .as("without an IPv6 block")
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(modify, of.copy().enableDns64(on).build()))
        .isEqualTo("UnsupportedOperation");
    assertThat(cloud.code(modify, of.copy().privateDnsHostnameTypeOnLaunch("my-name").build()))
        .isEqualTo("InvalidParameterValue");
  }

  private DescribeVpcAttributeResponse vpc(String attribute) {
    return cloud.call(
        new DescribeVpcAttribute(),
        DescribeVpcAttributeRequest.builder().vpcId(vpc).attribute(attribute).build());
  }
}
