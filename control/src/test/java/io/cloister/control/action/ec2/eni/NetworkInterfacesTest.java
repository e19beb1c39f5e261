package io.cloister.control.action.ec2.eni;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;
import software.amazon.awssdk.services.ec2.model.ResetNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

class NetworkInterfacesTest {
  private final Ec2 ec2 = Ec2.fresh();

  private static CreateNetworkInterfaceRequest.Builder in(String subnet) {
    return CreateNetworkInterfaceRequest.builder().subnetId(subnet);
  }

  private String create(CreateNetworkInterfaceRequest.Builder request) {
    CreateNetworkInterfaceResponse made = ec2.call(request.build());
    return made.networkInterface().networkInterfaceId();
  }

  private NetworkInterface describe(String id) {
    DescribeNetworkInterfacesResponse answer =
        ec2.call(DescribeNetworkInterfacesRequest.builder().networkInterfaceIds(id).build());
    return answer.networkInterfaces().getFirst();
  }

  private static PrivateIpAddressSpecification address(String text, boolean primary) {
    return PrivateIpAddressSpecification.builder().privateIpAddress(text).primary(primary).build();
  }

  private static InstanceIpv6Address ipv6(String text) {
    return InstanceIpv6Address.builder().ipv6Address(text).build();
  }

  @Test
  void aNewInterfaceHasAnAddressTheDefaultGroupAndAMac() {
    NetworkInterface eni = describe(create(in(Ec2.SUBNET).description("d")));
    assertThat(eni.privateIpAddress()).startsWith("10.0.1.");
    assertThat(eni.statusAsString()).isEqualTo("available");
    assertThat(eni.groups().getFirst().groupId()).isEqualTo(Ec2.GROUP);
    assertThat(eni.macAddress()).matches("0[26](:[0-9a-f]{2}){5}");
    assertThat(eni.availabilityZone()).isEqualTo("us-east-1a");
    assertThat(eni.availabilityZoneId()).startsWith("use1-az");
    assertThat(eni.sourceDestCheck()).isTrue();
    assertThat(eni.description()).isEqualTo("d");
    assertThat(eni.interfaceTypeAsString()).isEqualTo("interface");
    assertThat(eni.attachment()).isNull();
  }

  @Test
  void secondaryAddressesByNameAndByNumber() {
    NetworkInterface named =
        describe(
            create(
                in(Ec2.SUBNET)
                    .privateIpAddresses(
                        address("10.0.1.21", false),
                        address("10.0.1.20", true),
                        address("10.0.1.22", false))));
    assertThat(named.privateIpAddresses())
        .extracting(a -> a.privateIpAddress())
        .containsExactly("10.0.1.20", "10.0.1.21", "10.0.1.22");
    NetworkInterface counted =
        describe(
            create(
                in(Ec2.SMALL)
                    .privateIpAddress("10.0.2.9")
                    .secondaryPrivateIpAddressCount(3)
                    .ipv6AddressCount(2)));
    assertThat(counted.privateIpAddresses()).hasSize(4);
    assertThat(counted.privateIpAddress()).isEqualTo("10.0.2.9");
    assertThat(counted.ipv6Addresses()).hasSize(2);
  }

  @Test
  void whatCreatingRefuses() {
    create(in(Ec2.SUBNET).privateIpAddress("10.0.1.20"));
    record Case(CreateNetworkInterfaceRequest.Builder request, String code) {}
    for (Case each :
        List.of(
            new Case(in("subnet-00000000"), "InvalidSubnetID.NotFound"),
            new Case(in(Ec2.SUBNET).privateIpAddress("10.0.1.20"), "InvalidIPAddress.InUse"),
            new Case(in(Ec2.SUBNET).privateIpAddress("10.0.1.0"), "InvalidParameterValue"),
            new Case(in(Ec2.SUBNET).privateIpAddress("10.0.1.255"), "InvalidParameterValue"),
            new Case(in(Ec2.SUBNET).privateIpAddress("10.0.2.20"), "InvalidParameterValue"),
            new Case(in(Ec2.SUBNET).privateIpAddress("x"), "InvalidParameterValue"),
            new Case(
                in(Ec2.SUBNET)
                    .privateIpAddress("10.0.1.30")
                    .privateIpAddresses(address("10.0.1.31", true)),
                "InvalidParameterValue"),
            new Case(
                in(Ec2.SUBNET)
                    .secondaryPrivateIpAddressCount(1)
                    .privateIpAddresses(address("10.0.1.31", false)),
                "InvalidParameterCombination"),
            new Case(in(Ec2.SUBNET).secondaryPrivateIpAddressCount(-1), "InvalidParameterValue"),
            new Case(
                in(Ec2.SMALL).secondaryPrivateIpAddressCount(11),
                "InsufficientFreeAddressesInSubnet"),
            new Case(
                in(Ec2.SMALL).ipv6AddressCount(1).ipv6Addresses(ipv6("2001:db8::1")),
                "InvalidParameterCombination"),
            new Case(in(Ec2.SMALL).ipv6Addresses(ipv6("2001:db8::1")), "InvalidParameterValue"),
            new Case(in(Ec2.SMALL).ipv6Addresses(ipv6("2001:db8:1:2::3")), "InvalidParameterValue"),
            new Case(in(Ec2.SUBNET).groups("sg-00000000"), "InvalidGroup.NotFound"))) {
      assertThat(ec2.code(each.request().build()))
          .as("%s", each.request().build())
          .isEqualTo(each.code());
    }
    ec2.cloud().apply(Quotas.change(ec2.caller().scope(), Quota.INTERFACES_PER_REGION, 1));
    assertThat(ec2.code(in(Ec2.SUBNET).build())).isEqualTo("NetworkInterfaceLimitExceeded");
    ec2.cloud().apply(Quotas.change(ec2.caller().scope(), Quota.SECURITY_GROUPS_PER_INTERFACE, 0));
    assertThat(ec2.code(in(Ec2.SUBNET).groups(Ec2.GROUP).build()))
        .isEqualTo("SecurityGroupsPerInterfaceLimitExceeded");
  }

  @Test
  void attachingAndDetaching() {
    Instance instance = ec2.run(RunInstancesRequest.builder().subnetId(Ec2.SUBNET));
    String eni = create(in(Ec2.SUBNET));
    AttachNetworkInterfaceRequest attach =
        AttachNetworkInterfaceRequest.builder()
            .networkInterfaceId(eni)
            .instanceId(instance.instanceId())
            .deviceIndex(1)
            .build();
    assertThat(ec2.code(attach.toBuilder().deviceIndex(0).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(attach.toBuilder().deviceIndex(-1).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(attach.toBuilder().networkCardIndex(1).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(attach.toBuilder().networkInterfaceId(create(in(Ec2.SMALL))).build()))
        .isEqualTo("InvalidParameterCombination");
    AttachNetworkInterfaceResponse done = ec2.call(attach);
    assertThat(ec2.code(attach)).isEqualTo("InvalidNetworkInterface.InUse");
    NetworkInterface attached = describe(eni);
    assertThat(attached.statusAsString()).isEqualTo("in-use");
    assertThat(attached.attachment().deleteOnTermination()).isFalse();
    assertThat(attached.attachment().statusAsString()).isEqualTo("attached");
    assertThat(ec2.code(DeleteNetworkInterfaceRequest.builder().networkInterfaceId(eni).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            ec2.code(
                attach.toBuilder()
                    .networkInterfaceId(create(in(Ec2.SUBNET)))
                    .deviceIndex(2)
                    .build()))
        .as("a t3.micro has two")
        .isEqualTo("AttachmentLimitExceeded");
    assertThat(
            ec2.code(detach(instance.networkInterfaces().getFirst().attachment().attachmentId())))
        .isEqualTo("OperationNotPermitted");
    assertThat(ec2.code(detach("eni-attach-00000000"))).isEqualTo("InvalidAttachmentID.NotFound");
    assertThat(ec2.code(detach("x"))).isEqualTo("InvalidAttachmentID.Malformed");
    ec2.call(detach(done.attachmentId()));
    assertThat(describe(eni).attachment()).isNull();
    ec2.call(DeleteNetworkInterfaceRequest.builder().networkInterfaceId(eni).build());
    assertThat(
            ec2.code(DescribeNetworkInterfacesRequest.builder().networkInterfaceIds(eni).build()))
        .isEqualTo("InvalidNetworkInterfaceID.NotFound");
  }

  private static SdkRequest detach(String attachment) {
    return DetachNetworkInterfaceRequest.builder().attachmentId(attachment).build();
  }

  @Test
  void anInterfaceWithMoreAddressesThanTheTypeAllows() {
    Instance instance = ec2.run(RunInstancesRequest.builder().subnetId(Ec2.SUBNET));
    String eni = create(in(Ec2.SUBNET).secondaryPrivateIpAddressCount(2));
    assertThat(
            ec2.code(
                AttachNetworkInterfaceRequest.builder()
                    .networkInterfaceId(eni)
                    .instanceId(instance.instanceId())
                    .deviceIndex(1)
                    .build()))
        .isEqualTo("PrivateIpAddressLimitExceeded");
  }

  @Test
  void attributesOneAtATime() {
    String eni = create(in(Ec2.SUBNET));
    ModifyNetworkInterfaceAttributeRequest modify =
        ModifyNetworkInterfaceAttributeRequest.builder().networkInterfaceId(eni).build();
    ec2.call(modify.toBuilder().sourceDestCheck(v -> v.value(false)).build());
    assertThat(describe(eni).sourceDestCheck()).isFalse();
    ec2.call(modify.toBuilder().description(v -> v.value("new")).build());
    assertThat(describe(eni).description()).isEqualTo("new");
    assertThat(ec2.code(modify)).isEqualTo("MissingParameter");
    assertThat(
            ec2.code(
                modify.toBuilder()
                    .description(v -> v.value("x"))
                    .sourceDestCheck(v -> v.value(true))
                    .build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(modify.toBuilder().groups("sg-00000000").build()))
        .isEqualTo("InvalidGroup.NotFound");
    assertThat(
            ec2.code(
                modify.toBuilder().attachment(a -> a.attachmentId("eni-attach-00000000")).build()))
        .isEqualTo("InvalidAttachmentID.NotFound");
    assertThat(ec2.code(modify.toBuilder().attachment(a -> a.deleteOnTermination(true)).build()))
        .isEqualTo("MissingParameter");
    ec2.call(
        ResetNetworkInterfaceAttributeRequest.builder()
            .networkInterfaceId(eni)
            .sourceDestCheck("true")
            .build());
    assertThat(describe(eni).sourceDestCheck()).isTrue();
    assertThat(
            ec2.code(
                ResetNetworkInterfaceAttributeRequest.builder().networkInterfaceId(eni).build()))
        .isEqualTo("MissingParameter");
    for (String attribute : List.of("description", "groupSet", "sourceDestCheck", "attachment")) {
      DescribeNetworkInterfaceAttributeResponse answer =
          ec2.call(
              DescribeNetworkInterfaceAttributeRequest.builder()
                  .networkInterfaceId(eni)
                  .attribute(attribute)
                  .build());
      assertThat(answer.networkInterfaceId()).isEqualTo(eni);
    }
    assertThat(
            ec2.code(
                DescribeNetworkInterfaceAttributeRequest.builder()
                    .networkInterfaceId(eni)
                    .attribute("nonsense")
                    .build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void pages() {
    for (int i = 0; i < 7; i++) {
      create(in(Ec2.SUBNET));
    }
    DescribeNetworkInterfacesResponse first =
        ec2.call(DescribeNetworkInterfacesRequest.builder().maxResults(5).build());
    assertThat(first.networkInterfaces()).hasSize(5);
    DescribeNetworkInterfacesResponse second =
        ec2.call(
            DescribeNetworkInterfacesRequest.builder()
                .maxResults(5)
                .nextToken(first.nextToken())
                .build());
    assertThat(second.networkInterfaces()).hasSize(2);
    assertThat(second.nextToken()).isNull();
    assertThat(
            ec2.code(
                DescribeNetworkInterfacesRequest.builder()
                    .maxResults(5)
                    .networkInterfaceIds("eni-00000000")
                    .build()))
        .isEqualTo("InvalidParameterCombination");
  }
}
