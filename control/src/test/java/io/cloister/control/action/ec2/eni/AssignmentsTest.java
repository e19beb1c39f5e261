package io.cloister.control.action.ec2.eni;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkInterface;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesRequest;

class AssignmentsTest {
  private final Ec2 ec2 = Ec2.fresh();

  private String create(String primary) {
    CreateNetworkInterfaceResponse made =
        ec2.call(
            CreateNetworkInterfaceRequest.builder()
                .subnetId(primary.startsWith("10.0.1.") ? Ec2.SUBNET : Ec2.SMALL)
                .privateIpAddress(primary)
                .build());
    return made.networkInterface().networkInterfaceId();
  }

  private NetworkInterface eni(String id) {
    return ec2.network().interfaces().require(new NetworkInterfaceId(id));
  }

  private static AssignPrivateIpAddressesRequest.Builder assign(String eni) {
    return AssignPrivateIpAddressesRequest.builder().networkInterfaceId(eni);
  }

  @Test
  void byNameByNumberAndFromAnotherInterface() {
    String one = create("10.0.1.10");
    String two = create("10.0.1.20");
    AssignPrivateIpAddressesResponse counted =
        ec2.call(assign(one).secondaryPrivateIpAddressCount(2).build());
    assertThat(counted.assignedPrivateIpAddresses()).hasSize(2);
    ec2.call(assign(one).privateIpAddresses("10.0.1.11").build());
    assertThat(eni(one).ipv4()).hasSize(4);
    assertThat(ec2.code(assign(two).privateIpAddresses("10.0.1.11").build()))
        .isEqualTo("InvalidIPAddress.InUse");
    ec2.call(assign(two).privateIpAddresses("10.0.1.11").allowReassignment(true).build());
    assertThat(eni(one).ipv4()).hasSize(3);
    assertThat(eni(two).ipv4()).extracting(a -> a.address().toString()).contains("10.0.1.11");
    assertThat(
            ec2.code(assign(two).privateIpAddresses("10.0.1.10").allowReassignment(true).build()))
        .as("a primary address stays")
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(assign(two).build())).isEqualTo("MissingParameter");
    assertThat(ec2.code(assign(two).secondaryPrivateIpAddressCount(0).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            ec2.code(
                assign(two)
                    .secondaryPrivateIpAddressCount(1)
                    .privateIpAddresses("10.0.1.12")
                    .build()))
        .isEqualTo("InvalidParameterCombination");
  }

  @Test
  void theInstancesTypeIsTheLimit() {
    String id =
        ec2.run(RunInstancesRequest.builder().subnetId(Ec2.SUBNET))
            .networkInterfaces()
            .getFirst()
            .networkInterfaceId();
    ec2.call(assign(id).secondaryPrivateIpAddressCount(1).build());
    assertThat(ec2.code(assign(id).secondaryPrivateIpAddressCount(1).build()))
        .isEqualTo("PrivateIpAddressLimitExceeded");
  }

  @Test
  void anElasticAddressMovesAlongAndIsFreedWithItsPrivateOne() {
    ec2.cloud()
        .apply(
            new Change.Put(
                new InternetGateway(
                    new InternetGatewayId("igw-0000000000000000a"),
                    ec2.caller().scope(),
                    Optional.of(new VpcId(Ec2.VPC)))));
    String one = create("10.0.1.10");
    String two = create("10.0.1.20");
    ec2.call(assign(one).privateIpAddresses("10.0.1.11").build());
    AllocateAddressResponse eip = ec2.call(AllocateAddressRequest.builder().build());
    ec2.call(
        AssociateAddressRequest.builder()
            .allocationId(eip.allocationId())
            .networkInterfaceId(one)
            .privateIpAddress("10.0.1.11")
            .build());
    ec2.call(assign(two).privateIpAddresses("10.0.1.11").allowReassignment(true).build());
    assertThat(ec2.network().index().elasticIps(new NetworkInterfaceId(two))).hasSize(1);
    assertThat(ec2.network().index().elasticIps(new NetworkInterfaceId(one))).isEmpty();
    ec2.call(
        UnassignPrivateIpAddressesRequest.builder()
            .networkInterfaceId(two)
            .privateIpAddresses("10.0.1.11")
            .build());
    assertThat(ec2.network().index().elasticIps(new NetworkInterfaceId(two))).isEmpty();
    assertThat(ec2.network().elasticIps().size()).isEqualTo(1);
  }

  @Test
  void unassigning() {
    String one = create("10.0.1.10");
    UnassignPrivateIpAddressesRequest primary =
        UnassignPrivateIpAddressesRequest.builder()
            .networkInterfaceId(one)
            .privateIpAddresses("10.0.1.10")
            .build();
    assertThat(ec2.code(primary)).isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(primary.toBuilder().privateIpAddresses("10.0.1.99").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            ec2.code(UnassignPrivateIpAddressesRequest.builder().networkInterfaceId(one).build()))
        .isEqualTo("MissingParameter");
  }

  @Test
  void ipv6() {
    String one = create("10.0.2.10");
    AssignIpv6AddressesResponse drawn =
        ec2.call(
            AssignIpv6AddressesRequest.builder()
                .networkInterfaceId(one)
                .ipv6AddressCount(2)
                .build());
    assertThat(drawn.assignedIpv6Addresses())
        .hasSize(2)
        .allMatch(a -> a.startsWith("2001:db8:1:2:"));
    ec2.call(
        AssignIpv6AddressesRequest.builder()
            .networkInterfaceId(one)
            .ipv6Addresses("2001:db8:1:2::beef")
            .build());
    assertThat(eni(one).ipv6()).hasSize(3);
    String two = create("10.0.2.11");
    assertThat(
            ec2.code(
                AssignIpv6AddressesRequest.builder()
                    .networkInterfaceId(two)
                    .ipv6Addresses("2001:db8:1:2::beef")
                    .build()))
        .isEqualTo("InvalidIPAddress.InUse");
    ec2.call(
        UnassignIpv6AddressesRequest.builder()
            .networkInterfaceId(one)
            .ipv6Addresses("2001:db8:1:2:0:0:0:beef")
            .build());
    assertThat(eni(one).ipv6()).hasSize(2);
    assertThat(
            ec2.code(
                UnassignIpv6AddressesRequest.builder()
                    .networkInterfaceId(one)
                    .ipv6Addresses("2001:db8:1:2::beef")
                    .build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(UnassignIpv6AddressesRequest.builder().networkInterfaceId(one).build()))
        .isEqualTo("MissingParameter");
    assertThat(
            ec2.code(
                AssignIpv6AddressesRequest.builder()
                    .networkInterfaceId(create("10.0.1.10"))
                    .ipv6AddressCount(1)
                    .build()))
        .isEqualTo("InvalidParameterValue");
  }
}
