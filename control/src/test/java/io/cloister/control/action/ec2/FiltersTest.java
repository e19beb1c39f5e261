package io.cloister.control.action.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.InternetGateway;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Every filter that AWS documents is known, and finds what it should. */
class FiltersTest {
  private static final Ec2 EC2 = Ec2.fresh();
  private static final Instance INSTANCE = populate();

  private static Instance populate() {
    EC2.cloud()
        .apply(
            new Change.Put(
                new InternetGateway(
                    new InternetGatewayId("igw-0000000000000000a"),
                    EC2.caller().scope(),
                    Optional.of(new VpcId(Ec2.VPC)))));
    EC2.call(CreateKeyPairRequest.builder().keyName("k").keyType("ed25519").build());
    Instance made =
        EC2.run(
            RunInstancesRequest.builder()
                .subnetId(Ec2.SMALL)
                .ipv6AddressCount(1)
                .keyName("k")
                .kernelId("aki-1")
                .ramdiskId("ari-1")
                .iamInstanceProfile(p -> p.name("role"))
                .capacityReservationSpecification(c ->
                    c.capacityReservationTarget(t ->
                        t.capacityReservationId("cr-1")
                            .capacityReservationResourceGroupArn("arn:x")))
                .placement(p -> p.groupName("g").partitionNumber(1).hostId("h-1").affinity("host"))
                .clientToken("token")
                .tagSpecifications(
                    Stream.of("instance", "network-interface", "volume")
                        .map(t ->
                            TagSpecification.builder()
                                .resourceType(t)
                                .tags(Tag.builder().key("Name").value("n").build())
                                .build())
                        .toList()));
    AllocateAddressResponse eip = EC2.call(AllocateAddressRequest.builder().build());
    EC2.call(
        AssociateAddressRequest.builder()
            .allocationId(eip.allocationId())
            .instanceId(made.instanceId())
            .build());
    return EC2.describe(made.instanceId());
  }

  record Case(SdkRequest request, String name, boolean finds) {}

  /** Of what an instance here never has. */
  private static final Set<String> NOTHING =
      Set.of(
          "boot-mode",
          "capacity-reservation-id",
          "instance-lifecycle",
          "network-interface.addresses.association.carrier-ip",
          "network-interface.addresses.association.customer-owned-ip",
          "network-interface.addresses.private-dns-name",
          "network-interface.association.carrier-ip",
          "network-interface.association.customer-owned-ip",
          "network-interface.ipv4-prefixes.ipv4-prefix",
          "network-interface.ipv6-prefixes.ipv6-prefix",
          "network-interface.operator.principal",
          "network-interface.outpost-arn",
          "network-interface.private-dns-name",
          "network-interface.requester-id",
          "operator.principal",
          "outpost-arn",
          "platform",
          "product-code",
          "product-code.type",
          "requester-id",
          "spot-instance-request-id",
          "state-reason-code",
          "state-reason-message",
          "tpm-support");

  static Stream<Case> documented() {
    return Stream.of(
            instances(),
            of(
                n -> DescribeNetworkInterfacesRequest.builder().filters(any(n)).build(),
                Set.of("operator.principal", "private-dns-name", "requester-id"),
                "association.allocation-id association.association-id addresses.association.owner-id addresses.association.public-ip addresses.primary addresses.private-ip-address association.ip-owner-id association.public-ip association.public-dns-name attachment.attach-time attachment.attachment-id attachment.delete-on-termination attachment.device-index attachment.instance-id attachment.instance-owner-id attachment.status availability-zone availability-zone-id description group-id ipv6-addresses.ipv6-address interface-type mac-address network-interface-id operator.managed operator.principal owner-id private-dns-name private-ip-address requester-id requester-managed source-dest-check status subnet-id vpc-id"),
            of(
                n -> DescribeAddressesRequest.builder().filters(any(n)).build(),
                Set.of(),
                "allocation-id association-id instance-id network-border-group network-interface-id network-interface-owner-id private-ip-address public-ip"),
            of(
                n -> DescribeSecurityGroupRulesRequest.builder().filters(any(n)).build(),
                Set.of(),
                "group-id security-group-rule-id"),
            of(
                n -> DescribeSecurityGroupsRequest.builder().filters(any(n)).build(),
                Set.of(
                    "egress.ip-permission.from-port",
                    "egress.ip-permission.to-port",
                    "egress.ip-permission.group-id",
                    "egress.ip-permission.group-name",
                    "egress.ip-permission.user-id",
                    "egress.ip-permission.ipv6-cidr",
                    "egress.ip-permission.prefix-list-id",
                    "ip-permission.cidr",
                    "ip-permission.from-port",
                    "ip-permission.to-port",
                    "ip-permission.ipv6-cidr",
                    "ip-permission.prefix-list-id"),
                "description egress.ip-permission.cidr egress.ip-permission.from-port egress.ip-permission.group-id egress.ip-permission.group-name egress.ip-permission.ipv6-cidr egress.ip-permission.prefix-list-id egress.ip-permission.protocol egress.ip-permission.to-port egress.ip-permission.user-id group-id group-name ip-permission.cidr ip-permission.from-port ip-permission.group-id ip-permission.group-name ip-permission.ipv6-cidr ip-permission.prefix-list-id ip-permission.protocol ip-permission.to-port ip-permission.user-id owner-id vpc-id"),
            of(
                n -> DescribeInstanceStatusRequest.builder().filters(any(n)).build(),
                Set.of(
                    "event.code",
                    "event.description",
                    "event.instance-event-id",
                    "event.not-after",
                    "event.not-before",
                    "event.not-before-deadline",
                    "operator.principal"),
                "availability-zone availability-zone-id event.code event.description event.instance-event-id event.not-after event.not-before event.not-before-deadline instance-state-code instance-state-name instance-status.reachability instance-status.status operator.managed operator.principal system-status.reachability system-status.status attached-ebs-status.status"),
            of(
                n -> DescribeVolumesRequest.builder().filters(any(n)).build(),
                Set.of("operator.principal"),
                "attachment.attach-time attachment.delete-on-termination attachment.device attachment.instance-id attachment.status availability-zone availability-zone-id create-time encrypted fast-restored multi-attach-enabled operator.managed operator.principal size snapshot-id status volume-id volume-type"),
            of(
                n -> DescribeKeyPairsRequest.builder().filters(any(n)).build(),
                Set.of(),
                "key-pair-id fingerprint key-name"),
            of(
                n -> DescribeImagesRequest.builder().filters(any(n)).build(),
                Set.of(
                    "block-device-mapping.snapshot-id",
                    "kernel-id",
                    "platform",
                    "product-code",
                    "product-code.type",
                    "ramdisk-id",
                    "source-instance-id",
                    "state-reason-code",
                    "state-reason-message"),
                "architecture block-device-mapping.delete-on-termination block-device-mapping.device-name block-device-mapping.snapshot-id block-device-mapping.volume-size block-device-mapping.volume-type block-device-mapping.encrypted creation-date description ena-support hypervisor image-id image-type is-public kernel-id manifest-location name owner-alias owner-id platform product-code product-code.type ramdisk-id root-device-name root-device-type source-instance-id state state-reason-code state-reason-message sriov-net-support virtualization-type"))
        .flatMap(s -> s);
  }

  private static Stream<Case> instances() {
    return of(
        n -> DescribeInstancesRequest.builder().filters(any(n)).build(),
        NOTHING,
        "affinity architecture availability-zone availability-zone-id block-device-mapping.attach-time block-device-mapping.delete-on-termination block-device-mapping.device-name block-device-mapping.status block-device-mapping.volume-id boot-mode capacity-reservation-id capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn client-token current-instance-boot-mode dns-name ebs-optimized ena-support enclave-options.enabled hibernation-options.configured host-id hypervisor iam-instance-profile.arn iam-instance-profile.id image-id instance-id instance-lifecycle instance-state-code instance-state-name instance-type instance.group-id instance.group-name ip-address ipv6-address kernel-id key-name launch-index launch-time maintenance-options.auto-recovery metadata-options.http-endpoint metadata-options.http-protocol-ipv4 metadata-options.http-protocol-ipv6 metadata-options.http-put-response-hop-limit metadata-options.http-tokens metadata-options.instance-metadata-tags metadata-options.state monitoring-state network-interface.addresses.association.allocation-id network-interface.addresses.association.association-id network-interface.addresses.association.carrier-ip network-interface.addresses.association.customer-owned-ip network-interface.addresses.association.ip-owner-id network-interface.addresses.association.public-dns-name network-interface.addresses.association.public-ip network-interface.addresses.primary network-interface.addresses.private-dns-name network-interface.addresses.private-ip-address network-interface.association.allocation-id network-interface.association.association-id network-interface.association.carrier-ip network-interface.association.customer-owned-ip network-interface.association.ip-owner-id network-interface.association.public-dns-name network-interface.association.public-ip network-interface.attachment.attach-time network-interface.attachment.attachment-id network-interface.attachment.delete-on-termination network-interface.attachment.device-index network-interface.attachment.instance-id network-interface.attachment.instance-owner-id network-interface.attachment.network-card-index network-interface.attachment.status network-interface.availability-zone network-interface.deny-all-igw-traffic network-interface.description network-interface.group-id network-interface.group-name network-interface.ipv4-prefixes.ipv4-prefix network-interface.ipv6-address network-interface.ipv6-addresses.ipv6-address network-interface.ipv6-addresses.is-primary-ipv6 network-interface.ipv6-native network-interface.ipv6-prefixes.ipv6-prefix network-interface.mac-address network-interface.network-interface-id network-interface.operator.managed network-interface.operator.principal network-interface.outpost-arn network-interface.owner-id network-interface.private-dns-name network-interface.private-ip-address network-interface.public-dns-name network-interface.requester-id network-interface.requester-managed network-interface.status network-interface.source-dest-check network-interface.subnet-id network-interface.tag-key network-interface.tag-value network-interface.vpc-id network-performance-options.bandwidth-weighting operator.managed operator.principal outpost-arn owner-id placement-group-name placement-partition-number platform platform-details private-dns-name private-dns-name-options.enable-resource-name-dns-a-record private-dns-name-options.enable-resource-name-dns-aaaa-record private-dns-name-options.hostname-type private-ip-address product-code product-code.type ramdisk-id reason requester-id reservation-id root-device-name root-device-type source-dest-check spot-instance-request-id state-reason-code state-reason-message subnet-id tenancy tpm-support usage-operation usage-operation-update-time virtualization-type vpc-id");
  }

  private static Stream<Case> of(
      Function<String, SdkRequest> request, Set<String> nothing, String names) {
    return Stream.of(names.split(" ", -1))
        .map(n -> new Case(request.apply(n), n, !nothing.contains(n)));
  }

  private static Filter any(String name) {
    return Filter.builder().name(name).values("*").build();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void everyDocumentedFilterIsKnown(Case each) {
    SdkResponse answer = EC2.call(each.request());
    assertThat(found(answer)).as(each.name()).isEqualTo(each.finds());
  }

  private static boolean found(SdkResponse answer) {
    return answer.sdkFields().stream()
        .map(f -> f.getValueOrDefault(answer))
        .anyMatch(v -> v instanceof List<?> list && !list.isEmpty());
  }

  @Test
  void aFilterThatIsNotDocumentedIsRefused() {
    assertThat(EC2.code(DescribeInstancesRequest.builder().filters(any("nonsense")).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(INSTANCE.tags()).isNotEmpty();
  }
}
