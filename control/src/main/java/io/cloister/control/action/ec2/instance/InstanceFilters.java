package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The filters of DescribeInstances, all that AWS documents. */
final class InstanceFilters {
  private static final Filters<Instance> FROM_SHAPE =
      ShapeFilters.of(
          i -> new InstanceId(i.instanceId()),
          "affinity=Placement.Affinity",
          "architecture",
          "availability-zone=Placement.AvailabilityZone",
          "availability-zone-id=Placement.AvailabilityZoneId",
          "block-device-mapping.attach-time=BlockDeviceMappings.Ebs.AttachTime",
          "block-device-mapping.delete-on-termination=BlockDeviceMappings.Ebs.DeleteOnTermination",
          "block-device-mapping.device-name=BlockDeviceMappings.DeviceName",
          "block-device-mapping.status=BlockDeviceMappings.Ebs.Status",
          "block-device-mapping.volume-id=BlockDeviceMappings.Ebs.VolumeId",
          "boot-mode",
          "capacity-reservation-id",
          "capacity-reservation-specification.capacity-reservation-preference",
          "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id",
          "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn",
          "client-token",
          "current-instance-boot-mode",
          "dns-name=PublicDnsName",
          "ebs-optimized",
          "ena-support",
          "enclave-options.enabled",
          "hibernation-options.configured",
          "host-id=Placement.HostId",
          "hypervisor",
          "iam-instance-profile.arn",
          "iam-instance-profile.id",
          "image-id",
          "instance-id",
          "instance-lifecycle",
          "instance-state-code=State.Code",
          "instance-state-name=State.Name",
          "instance-type",
          "instance.group-id=SecurityGroups.GroupId",
          "instance.group-name=SecurityGroups.GroupName",
          "group-id=SecurityGroups.GroupId",
          "group-name=SecurityGroups.GroupName",
          "ip-address=PublicIpAddress",
          "ipv6-address=NetworkInterfaces.Ipv6Addresses.Ipv6Address",
          "kernel-id",
          "key-name",
          "launch-index=AmiLaunchIndex",
          "launch-time",
          "maintenance-options.auto-recovery",
          "metadata-options.http-endpoint",
          "metadata-options.http-protocol-ipv4=MetadataOptions.HttpEndpoint",
          "metadata-options.http-protocol-ipv6",
          "metadata-options.http-put-response-hop-limit",
          "metadata-options.http-tokens",
          "metadata-options.instance-metadata-tags",
          "metadata-options.state",
          "monitoring-state=Monitoring.State",
          "network-interface.addresses.association.ip-owner-id=NetworkInterfaces.PrivateIpAddresses.Association.IpOwnerId",
          "network-interface.addresses.association.carrier-ip=NetworkInterfaces.PrivateIpAddresses.Association.CarrierIp",
          "network-interface.addresses.association.customer-owned-ip=NetworkInterfaces.PrivateIpAddresses.Association.CustomerOwnedIp",
          "network-interface.addresses.association.public-dns-name=NetworkInterfaces.PrivateIpAddresses.Association.PublicDnsName",
          "network-interface.addresses.association.public-ip=NetworkInterfaces.PrivateIpAddresses.Association.PublicIp",
          "network-interface.addresses.primary=NetworkInterfaces.PrivateIpAddresses.Primary",
          "network-interface.addresses.private-dns-name=NetworkInterfaces.PrivateIpAddresses.PrivateDnsName",
          "network-interface.addresses.private-ip-address=NetworkInterfaces.PrivateIpAddresses.PrivateIpAddress",
          "network-interface.association.carrier-ip=NetworkInterfaces.Association.CarrierIp",
          "network-interface.association.customer-owned-ip=NetworkInterfaces.Association.CustomerOwnedIp",
          "network-interface.association.ip-owner-id=NetworkInterfaces.Association.IpOwnerId",
          "network-interface.association.public-dns-name=NetworkInterfaces.Association.PublicDnsName",
          "network-interface.association.public-ip=NetworkInterfaces.Association.PublicIp",
          "network-interface.attachment.attach-time=NetworkInterfaces.Attachment.AttachTime",
          "network-interface.attachment.attachment-id=NetworkInterfaces.Attachment.AttachmentId",
          "network-interface.attachment.delete-on-termination=NetworkInterfaces.Attachment.DeleteOnTermination",
          "network-interface.attachment.device-index=NetworkInterfaces.Attachment.DeviceIndex",
          "network-interface.attachment.network-card-index=NetworkInterfaces.Attachment.NetworkCardIndex",
          "network-interface.attachment.status=NetworkInterfaces.Attachment.Status",
          "network-interface.description=NetworkInterfaces.Description",
          "network-interface.group-id=NetworkInterfaces.Groups.GroupId",
          "network-interface.group-name=NetworkInterfaces.Groups.GroupName",
          "network-interface.ipv4-prefixes.ipv4-prefix=NetworkInterfaces.Ipv4Prefixes.Ipv4Prefix",
          "network-interface.ipv6-address=NetworkInterfaces.Ipv6Addresses.Ipv6Address",
          "network-interface.ipv6-addresses.ipv6-address=NetworkInterfaces.Ipv6Addresses.Ipv6Address",
          "network-interface.ipv6-addresses.is-primary-ipv6=NetworkInterfaces.Ipv6Addresses.IsPrimaryIpv6",
          "network-interface.ipv6-prefixes.ipv6-prefix=NetworkInterfaces.Ipv6Prefixes.Ipv6Prefix",
          "network-interface.mac-address=NetworkInterfaces.MacAddress",
          "network-interface.network-interface-id=NetworkInterfaces.NetworkInterfaceId",
          "network-interface.operator.managed=NetworkInterfaces.Operator.Managed",
          "network-interface.operator.principal=NetworkInterfaces.Operator.Principal",
          "network-interface.owner-id=NetworkInterfaces.OwnerId",
          "network-interface.private-dns-name=NetworkInterfaces.PrivateDnsName",
          "network-interface.private-ip-address=NetworkInterfaces.PrivateIpAddress",
          "network-interface.public-dns-name=NetworkInterfaces.Association.PublicDnsName",
          "network-interface.source-dest-check=NetworkInterfaces.SourceDestCheck",
          "network-interface.status=NetworkInterfaces.Status",
          "network-interface.subnet-id=NetworkInterfaces.SubnetId",
          "network-interface.vpc-id=NetworkInterfaces.VpcId",
          "network-performance-options.bandwidth-weighting",
          "operator.managed",
          "operator.principal",
          "outpost-arn",
          "placement-group-name=Placement.GroupName",
          "placement-partition-number=Placement.PartitionNumber",
          "platform",
          "platform-details",
          "private-dns-name",
          "private-dns-name-options.enable-resource-name-dns-a-record=PrivateDnsNameOptions.EnableResourceNameDnsARecord",
          "private-dns-name-options.enable-resource-name-dns-aaaa-record=PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
          "private-dns-name-options.hostname-type",
          "private-ip-address",
          "product-code=ProductCodes.ProductCodeId",
          "product-code.type=ProductCodes.ProductCodeType",
          "ramdisk-id",
          "reason=StateTransitionReason",
          "root-device-name",
          "root-device-type",
          "source-dest-check",
          "spot-instance-request-id",
          "state-reason-code=StateReason.Code",
          "state-reason-message=StateReason.Message",
          "subnet-id",
          "tenancy=Placement.Tenancy",
          "tpm-support",
          "usage-operation",
          "usage-operation-update-time",
          "virtualization-type",
          "vpc-id");

  private InstanceFilters() {}

  static Predicate<Instance> condition(Network network, List<Filter> filters) {
    return all(network).condition(network, filters);
  }

  /** With those that ask for what an instance's answer doesn't hold. */
  private static Filters<Instance> all(Network network) {
    return FROM_SHAPE
        .one("owner-id", i -> model(network, i).scope().account())
        .one("reservation-id", i -> model(network, i).reservation())
        .with("requester-id", _ -> Stream.empty())
        .with("network-interface.requester-id", _ -> Stream.empty())
        .with("network-interface.outpost-arn", _ -> Stream.empty())
        .with("network-interface.requester-managed", i -> perInterface(i, _ -> "false"))
        .with("network-interface.deny-all-igw-traffic", i -> perInterface(i, _ -> "false"))
        .with("network-interface.ipv6-native", i -> perInterface(i, _ -> "false"))
        .with("network-interface.attachment.instance-id", i -> perInterface(i, _ -> i.instanceId()))
        .with(
            "network-interface.attachment.instance-owner-id",
            i -> perInterface(i, _ -> model(network, i).scope().account()))
        .with(
            "network-interface.availability-zone",
            i -> perInterface(i, _ -> i.placement().availabilityZone()))
        .with(
            "network-interface.tag-key",
            i -> interfaces(i).flatMap(e -> network.tags(e).keySet().stream()))
        .with(
            "network-interface.tag-value",
            i -> interfaces(i).flatMap(e -> network.tags(e).values().stream()))
        .with("network-interface.association.allocation-id", i -> eips(network, i, true))
        .with("network-interface.association.association-id", i -> associations(network, i, true))
        .with("network-interface.addresses.association.allocation-id", i -> eips(network, i, false))
        .with(
            "network-interface.addresses.association.association-id",
            i -> associations(network, i, false));
  }

  private static io.cloister.model.vpc.Instance model(Network network, Instance shape) {
    return network.instances().require(new InstanceId(shape.instanceId()));
  }

  private static Stream<NetworkInterfaceId> interfaces(Instance shape) {
    return shape.networkInterfaces().stream()
        .map(e -> new NetworkInterfaceId(e.networkInterfaceId()));
  }

  private static Stream<String> perInterface(
      Instance shape, Function<NetworkInterfaceId, String> value) {
    return interfaces(shape).map(value);
  }

  private static Stream<ElasticIp> addresses(Network network, Instance shape, boolean primary) {
    return interfaces(shape)
        .map(network.interfaces()::require)
        .flatMap(e ->
            network
                .index()
                .elasticIps(e.id())
                .map(network.elasticIps()::require)
                .filter(a ->
                    !primary
                        || a.association()
                            .filter(x -> x.privateAddress().equals(e.primary()))
                            .isPresent()));
  }

  private static Stream<String> eips(Network network, Instance shape, boolean primary) {
    return addresses(network, shape, primary).map(e -> e.id().value());
  }

  private static Stream<String> associations(Network network, Instance shape, boolean primary) {
    return addresses(network, shape, primary)
        .flatMap(e -> e.association().stream())
        .map(a -> a.id().value());
  }
}
