package io.cloister.control.action.ec2.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.InternetGateway;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

class ElasticIpsTest {
  private final Ec2 ec2 = Ec2.fresh();

  private AllocateAddressResponse allocate() {
    return ec2.call(AllocateAddressRequest.builder().domain("vpc").build());
  }

  private String eni() {
    CreateNetworkInterfaceResponse made =
        ec2.call(CreateNetworkInterfaceRequest.builder().subnetId(Ec2.SUBNET).build());
    return made.networkInterface().networkInterfaceId();
  }

  private void gateway() {
    ec2.cloud()
        .apply(
            new Change.Put(
                new InternetGateway(
                    new InternetGatewayId("igw-0000000000000000a"),
                    ec2.caller().scope(),
                    Optional.of(new VpcId(Ec2.VPC)))));
  }

  private static AssociateAddressRequest.Builder associate(String allocation, String eni) {
    return AssociateAddressRequest.builder().allocationId(allocation).networkInterfaceId(eni);
  }

  private Address describe(String allocation) {
    DescribeAddressesResponse answer =
        ec2.call(DescribeAddressesRequest.builder().allocationIds(allocation).build());
    return answer.addresses().getFirst();
  }

  @Test
  void addressesAreUniqueAmongAllAccountsAndWithLentOnes() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      assertThat(seen.add(allocate().publicIp())).isTrue();
    }
    Instance lent = ec2.run(RunInstancesRequest.builder());
    assertThat(seen.add(lent.publicIpAddress())).isTrue();
    AllocateAddressResponse other =
        ec2.as("444455556666").call(AllocateAddressRequest.builder().build());
    assertThat(seen.add(other.publicIp())).isTrue();
    assertThat(ec2.code(AllocateAddressRequest.builder().build()))
        .isEqualTo("AddressLimitExceeded");
  }

  @Test
  void anAddressMayBeAskedFor() {
    AllocateAddressResponse made =
        ec2.call(AllocateAddressRequest.builder().address("198.18.7.7").build());
    assertThat(made.publicIp()).isEqualTo("198.18.7.7");
    assertThat(made.publicIpv4Pool()).isEqualTo("amazon");
    assertThat(ec2.code(AllocateAddressRequest.builder().address("198.18.7.7").build()))
        .isEqualTo("AuthFailure");
    assertThat(ec2.code(AllocateAddressRequest.builder().address("8.8.8.8").build()))
        .isEqualTo("InvalidAddress.NotFound");
    assertThat(ec2.code(AllocateAddressRequest.builder().address("x").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(AllocateAddressRequest.builder().domain("standard").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(AllocateAddressRequest.builder().publicIpv4Pool("mine").build()))
        .isEqualTo("InvalidPublicIpv4PoolID.NotFound");
  }

  @Test
  void associatingNeedsAGateway() {
    String eip = allocate().allocationId();
    String eni = eni();
    assertThat(ec2.code(associate(eip, eni).build())).isEqualTo("Gateway.NotAttached");
    gateway();
    AssociateAddressResponse done = ec2.call(associate(eip, eni).build());
    Address address = describe(eip);
    assertThat(address.associationId()).isEqualTo(done.associationId()).startsWith("eipassoc-");
    assertThat(address.networkInterfaceId()).isEqualTo(eni);
    assertThat(address.privateIpAddress()).startsWith("10.0.1.");
    AssociateAddressResponse again = ec2.call(associate(eip, eni).build());
    assertThat(again.associationId()).isEqualTo(done.associationId());
  }

  @Test
  void reassociationIsAutomaticUnlessForbidden() {
    gateway();
    String one = allocate().allocationId();
    String two = allocate().allocationId();
    String first = eni();
    String second = eni();
    ec2.call(associate(one, first).build());
    assertThat(ec2.code(associate(one, second).allowReassociation(false).build()))
        .isEqualTo("Resource.AlreadyAssociated");
    assertThat(ec2.code(associate(two, first).allowReassociation(false).build()))
        .isEqualTo("Resource.AlreadyAssociated");
    ec2.call(associate(one, second).build());
    assertThat(describe(one).networkInterfaceId()).isEqualTo(second);
    ec2.call(associate(two, second).build());
    assertThat(describe(one).associationId()).isNull();
  }

  @Test
  void anElasticAddressReplacesTheLentOne() {
    Instance instance = ec2.run(RunInstancesRequest.builder());
    AllocateAddressResponse eip = allocate();
    ec2.call(
        AssociateAddressRequest.builder()
            .publicIp(eip.publicIp())
            .instanceId(instance.instanceId())
            .build());
    Instance after = ec2.describe(instance.instanceId());
    assertThat(after.publicIpAddress()).isEqualTo(eip.publicIp());
    assertThat(after.networkInterfaces().getFirst().association().ipOwnerId())
        .isEqualTo("111122223333");
    assertThat(
            ec2.network()
                .interfaces()
                .values()
                .findFirst()
                .orElseThrow()
                .ipv4()
                .getFirst()
                .publicAddress())
        .isEmpty();
  }

  @Test
  void whoLosesAnElasticAddressIsLentOneAgain() {
    String one = ec2.run(RunInstancesRequest.builder()).instanceId();
    String two = ec2.run(RunInstancesRequest.builder()).instanceId();
    AllocateAddressResponse eip = allocate();
    AssociateAddressRequest.Builder move =
        AssociateAddressRequest.builder().allocationId(eip.allocationId());
    ec2.call(move.instanceId(one).build());
    ec2.call(move.instanceId(two).build());
    assertThat(ec2.describe(two).publicIpAddress()).isEqualTo(eip.publicIp());
    assertThat(ec2.describe(one).publicIpAddress()).isNotNull().isNotEqualTo(eip.publicIp());
  }

  @Test
  void whatAssociatingRefuses() {
    gateway();
    String eip = allocate().allocationId();
    String eni = eni();
    assertThat(ec2.code(associate(eip, eni).privateIpAddress("10.0.1.250").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(associate(eip, eni).instanceId("i-00000000").build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(associate(eip, eni).publicIp("198.18.0.1").build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(AssociateAddressRequest.builder().allocationId(eip).build()))
        .isEqualTo("MissingParameter");
    assertThat(ec2.code(AssociateAddressRequest.builder().networkInterfaceId(eni).build()))
        .isEqualTo("MissingParameter");
    assertThat(ec2.code(associate("eipalloc-00000000", eni).build()))
        .isEqualTo("InvalidAllocationID.NotFound");
    assertThat(ec2.code(associate("x", eni).build())).isEqualTo("InvalidAllocationID.Malformed");
    assertThat(ec2.code(associate(eip, "eni-00000000").build()))
        .isEqualTo("InvalidNetworkInterfaceID.NotFound");
  }

  @Test
  void releasingOneInUseDependsOnTheVpc() {
    gateway();
    String eip = allocate().allocationId();
    ec2.call(associate(eip, eni()).build());
    assertThat(ec2.code(ReleaseAddressRequest.builder().allocationId(eip).build()))
        .isEqualTo("InvalidIPAddress.InUse");
    Instance instance = ec2.run(RunInstancesRequest.builder());
    String other = allocate().allocationId();
    ec2.call(
        AssociateAddressRequest.builder()
            .allocationId(other)
            .instanceId(instance.instanceId())
            .build());
    ec2.call(ReleaseAddressRequest.builder().allocationId(other).build());
    assertThat(ec2.code(ReleaseAddressRequest.builder().allocationId(other).build()))
        .isEqualTo("InvalidAllocationID.NotFound");
    assertThat(ec2.code(ReleaseAddressRequest.builder().publicIp("198.18.0.9").build()))
        .isEqualTo("InvalidParameterValue");
  }
}
