package io.cloister.control.action.ec2.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Observation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

class LaunchTest {
  private final Ec2 ec2 = Ec2.fresh();

  private static RunInstancesRequest.Builder launch() {
    return RunInstancesRequest.builder()
        .imageId(Ec2.AMI)
        .instanceType("t3.micro")
        .minCount(1)
        .maxCount(1);
  }

  @Test
  void inTheDefaultVpcWithAPublicAddress() {
    Instance pending = ec2.<RunInstancesResponse>call(launch().build()).instances().getFirst();
    assertThat(pending.state().nameAsString()).isEqualTo("pending");
    assertThat(pending.stateReason().code()).isEqualTo("pending");
    ec2.report(new Observation.InstanceRunning(new InstanceId(pending.instanceId())));
    Instance instance = ec2.describe(pending.instanceId());
    assertThat(instance.state().code()).isEqualTo(16);
    assertThat(instance.publicIpAddress()).startsWith("198.18.");
    assertThat(instance.publicDnsName())
        .isEqualTo(
            "ec2-%s.compute-1.amazonaws.com"
                .formatted(instance.publicIpAddress().replace('.', '-')));
    assertThat(instance.privateDnsName())
        .isEqualTo("ip-%s.ec2.internal".formatted(instance.privateIpAddress().replace('.', '-')));
    assertThat(instance.securityGroups().getFirst().groupName()).isEqualTo("default");
    assertThat(instance.networkInterfaces().getFirst().association().ipOwnerId())
        .isEqualTo("amazon");
    assertThat(instance.networkInterfaces().getFirst().macAddress()).startsWith("0");
    assertThat(instance.metadataOptions().httpTokens()).isEqualTo(HttpTokensState.OPTIONAL);
    assertThat(instance.blockDeviceMappings().getFirst().ebs().volumeId()).startsWith("vol-");
    assertThat(instance.stateReason()).isNull();
  }

  @Test
  void inASubnetWithAnAddressGroupsAndTags() {
    Instance instance =
        ec2.run(
            launch()
                .subnetId(Ec2.SUBNET)
                .privateIpAddress("10.0.1.77")
                .securityGroupIds(Ec2.GROUP)
                .tagSpecifications(
                    tags("instance", "a"), tags("network-interface", "b"), tags("volume", "c")));
    assertThat(instance.privateIpAddress()).isEqualTo("10.0.1.77");
    assertThat(instance.publicIpAddress()).isNull();
    assertThat(instance.publicDnsName()).isEmpty();
    assertThat(instance.placement().availabilityZone()).isEqualTo("us-east-1a");
    assertThat(instance.tags()).extracting(Tag::value).containsExactly("a");
    assertThat(ec2.network().tags().values().flatMap(t -> t.values().stream())).contains("b", "c");
  }

  private static TagSpecification tags(String type, String value) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key("Name").value(value).build())
        .build();
  }

  @Test
  void asManyAsThereIsRoomForButNotFewerThanTheLeast() {
    RunInstancesResponse answer =
        ec2.call(launch().subnetId(Ec2.SMALL).minCount(3).maxCount(100).build());
    assertThat(answer.instances()).as("a /28 has eleven").hasSize(11);
    assertThat(answer.instances().stream().map(Instance::privateIpAddress).distinct()).hasSize(11);
    assertThat(answer.instances()).extracting(Instance::amiLaunchIndex).startsWith(0, 1, 2);
    assertThat(ec2.code(launch().subnetId(Ec2.SMALL).build()))
        .isEqualTo("InsufficientFreeAddressesInSubnet");
  }

  @Test
  void severalInterfacesNewAndOld() {
    CreateNetworkInterfaceResponse made =
        ec2.call(CreateNetworkInterfaceRequest.builder().subnetId(Ec2.SUBNET).build());
    Instance instance =
        ec2.run(
            launch()
                .networkInterfaces(
                    InstanceNetworkInterfaceSpecification.builder()
                        .deviceIndex(1)
                        .networkInterfaceId(made.networkInterface().networkInterfaceId())
                        .build(),
                    InstanceNetworkInterfaceSpecification.builder()
                        .deviceIndex(0)
                        .subnetId(Ec2.SUBNET)
                        .privateIpAddresses(
                            PrivateIpAddressSpecification.builder()
                                .primary(true)
                                .privateIpAddress("10.0.1.10")
                                .build(),
                            PrivateIpAddressSpecification.builder()
                                .privateIpAddress("10.0.1.11")
                                .build())
                        .build()));
    assertThat(instance.networkInterfaces())
        .extracting(e -> e.attachment().deviceIndex() + " " + e.attachment().deleteOnTermination())
        .containsExactly("0 true", "1 false");
    assertThat(instance.networkInterfaces().getFirst().privateIpAddresses())
        .extracting(a -> a.privateIpAddress() + " " + a.primary())
        .containsExactly("10.0.1.10 true", "10.0.1.11 false");
    ec2.call(TerminateInstancesRequest.builder().instanceIds(instance.instanceId()).build());
    ec2.report(new Observation.InstanceEnded(new InstanceId(instance.instanceId()), 0));
    assertThat(ec2.network().interfaces().values().map(e -> e.id().value()))
        .containsExactly(made.networkInterface().networkInterfaceId());
    assertThat(ec2.network().interfaces().values().findFirst().orElseThrow().attachment())
        .isEmpty();
  }

  @Test
  void anIpv6AddressFromTheSubnet() {
    Instance instance = ec2.run(launch().subnetId(Ec2.SMALL).ipv6AddressCount(1));
    assertThat(instance.ipv6Address()).startsWith("2001:db8:1:2:");
    assertThat(ec2.code(launch().subnetId(Ec2.SUBNET).ipv6AddressCount(1).build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void whatIsRefused() {
    ec2.run(launch().subnetId(Ec2.SUBNET).privateIpAddress("10.0.1.9"));
    record Case(RunInstancesRequest.Builder request, String code) {}
    InstanceNetworkInterfaceSpecification first =
        InstanceNetworkInterfaceSpecification.builder().deviceIndex(0).subnetId(Ec2.SUBNET).build();
    for (Case each :
        List.of(
            new Case(launch().imageId("x"), "InvalidAMIID.Malformed"),
            new Case(launch().imageId(null), "MissingParameter"),
            new Case(launch().instanceType("t99.large"), "InvalidParameterValue"),
            new Case(launch().minCount(0), "InvalidParameterValue"),
            new Case(launch().minCount(2), "InvalidParameterCombination"),
            new Case(launch().keyName("none"), "InvalidKeyPair.NotFound"),
            new Case(launch().userData("!"), "InvalidParameterValue"),
            new Case(launch().userData("AAAA".repeat(6000)), "InvalidParameterValue"),
            new Case(launch().subnetId("subnet-1"), "InvalidSubnetID.Malformed"),
            new Case(launch().subnetId("subnet-00000000"), "InvalidSubnetID.NotFound"),
            new Case(
                launch().subnetId(Ec2.SUBNET).privateIpAddress("10.0.1.9"),
                "InvalidIPAddress.InUse"),
            new Case(
                launch().subnetId(Ec2.SUBNET).privateIpAddress("10.0.1.3"),
                "InvalidParameterValue"),
            new Case(
                launch().subnetId(Ec2.SUBNET).privateIpAddress("10.0.9.9"),
                "InvalidParameterValue"),
            new Case(
                launch().subnetId(Ec2.SUBNET).privateIpAddress("10.0.1.8").maxCount(2),
                "InvalidParameterCombination"),
            new Case(
                launch().subnetId(Ec2.SUBNET).securityGroups("default"),
                "InvalidParameterCombination"),
            new Case(launch().securityGroupIds(Ec2.GROUP), "InvalidParameter"),
            new Case(launch().securityGroupIds("sg-00000000000000fff"), "InvalidGroup.NotFound"),
            new Case(launch().securityGroups("none"), "InvalidGroup.NotFound"),
            new Case(
                launch().placement(p -> p.availabilityZone("us-east-9z")), "InvalidParameterValue"),
            new Case(
                launch().subnetId(Ec2.SUBNET).placement(p -> p.availabilityZone("us-east-1b")),
                "InvalidParameterValue"),
            new Case(
                launch().networkInterfaces(first).subnetId(Ec2.SUBNET),
                "InvalidParameterCombination"),
            new Case(launch().networkInterfaces(first, first), "InvalidParameterValue"),
            new Case(
                launch().networkInterfaces(first.toBuilder().deviceIndex(1).build()),
                "InvalidParameterValue"),
            new Case(
                launch().networkInterfaces(first.toBuilder().deviceIndex(null).build()),
                "InvalidParameterValue"),
            new Case(
                launch()
                    .networkInterfaces(
                        first, first.toBuilder().deviceIndex(1).subnetId(Ec2.SMALL).build()),
                "InvalidParameterCombination"),
            new Case(
                launch()
                    .networkInterfaces(
                        first.toBuilder().associatePublicIpAddress(true).build(),
                        first.toBuilder().deviceIndex(1).build()),
                "InvalidParameterCombination"),
            new Case(
                launch()
                    .networkInterfaces(
                        first,
                        first.toBuilder().deviceIndex(1).build(),
                        first.toBuilder().deviceIndex(2).build()),
                "AttachmentLimitExceeded"),
            new Case(
                launch()
                    .networkInterfaces(first.toBuilder().secondaryPrivateIpAddressCount(5).build()),
                "PrivateIpAddressLimitExceeded"))) {
      assertThat(ec2.code(each.request().build()))
          .as("%s", each.request().build())
          .isEqualTo(each.code());
    }
  }

  @Test
  void terminatedOnesAreShownForAnHour() {
    Instance instance = ec2.run(launch().subnetId(Ec2.SUBNET));
    String id = instance.instanceId();
    TerminateInstancesResponse answer =
        ec2.call(TerminateInstancesRequest.builder().instanceIds(id).build());
    assertThat(answer.terminatingInstances().getFirst().currentState().nameAsString())
        .isEqualTo("shutting-down");
    assertThat(answer.terminatingInstances().getFirst().previousState().nameAsString())
        .isEqualTo("running");
    ec2.report(new Observation.InstanceEnded(new InstanceId(id), 143));
    Instance ended = ec2.describe(id);
    assertThat(ended.state().nameAsString()).isEqualTo("terminated");
    assertThat(ended.stateReason().code()).isEqualTo("Client.UserInitiatedShutdown");
    assertThat(ended.stateTransitionReason()).isEqualTo("User initiated (2026-01-01 00:00:00 GMT)");
    assertThat(ended.vpcId()).isNull();
    assertThat(ended.networkInterfaces()).isEmpty();
    assertThat(ended.blockDeviceMappings()).isEmpty();
    assertThat(ec2.network().interfaces().isEmpty()).isTrue();
    ec2.cloud().later(Duration.ofMinutes(61));
    DescribeInstancesResponse none = ec2.call(DescribeInstancesRequest.builder().build());
    assertThat(none.reservations()).isEmpty();
    assertThat(ec2.code(TerminateInstancesRequest.builder().instanceIds(id).build()))
        .isEqualTo("InvalidInstanceID.NotFound");
    ec2.run(launch().subnetId(Ec2.SUBNET));
    assertThat(ec2.network().instances().has(new InstanceId(id))).isFalse();
  }
}
