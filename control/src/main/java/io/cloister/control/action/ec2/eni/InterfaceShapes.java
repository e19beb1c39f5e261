package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Tagging;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;

/** Interfaces as the API shows them. */
public final class InterfaceShapes {
  private InterfaceShapes() {}

  /** One interface. */
  static software.amazon.awssdk.services.ec2.model.NetworkInterface of(
      Network network, NetworkInterface eni) {
    var addresses = eni.ipv4().stream().map(a -> address(network, eni, a)).toList();
    return software.amazon.awssdk.services.ec2.model.NetworkInterface.builder()
        .networkInterfaceId(eni.id().value())
        .subnetId(eni.subnet().value())
        .vpcId(eni.vpc().value())
        .availabilityZone(eni.zone())
        .availabilityZoneId(zoneId(eni.scope().region(), eni.zone()))
        .description(eni.description())
        .ownerId(eni.scope().account())
        .requesterId(eni.requester().orElse(null))
        .requesterManaged(eni.requester().isPresent())
        .interfaceType(eni.type())
        .status(status(eni))
        .macAddress(eni.mac().toString())
        .privateIpAddress(eni.primary().toString())
        .privateDnsName(addresses.getFirst().privateDnsName())
        .privateIpAddresses(addresses)
        .association(addresses.getFirst().association())
        .publicDnsName(
            Optional.ofNullable(addresses.getFirst().association())
                .map(NetworkInterfaceAssociation::publicDnsName)
                .orElse(null))
        .ipv6Addresses(
            eni.ipv6().stream()
                .map(a ->
                    NetworkInterfaceIpv6Address.builder()
                        .ipv6Address(a.toString())
                        .isPrimaryIpv6(false)
                        .build())
                .toList())
        .ipv6Address(eni.ipv6().stream().findFirst().map(IpAddress::toString).orElse(null))
        .groups(Groups.identifiers(network, eni.groups()))
        .sourceDestCheck(eni.sourceDestCheck())
        .denyAllIgwTraffic(false)
        .ipv6Native(false)
        .attachment(eni.attachment().map(a -> attachment(network, eni, a)).orElse(null))
        .operator(OperatorResponse.builder().managed(false).build())
        .tagSet(Tagging.of(network, eni.id()))
        .build();
  }

  /**
   * The status of an interface: {@code in-use} when it is attached, or something of AWS's has it.
   */
  public static String status(NetworkInterface eni) {
    return eni.attachment().isPresent() || eni.requester().isPresent() ? "in-use" : "available";
  }

  /** The status of an attachment: it is being made while its instance is. */
  public static String status(Network network, NetworkInterface.Attachment attachment) {
    return network
            .instances()
            .get(attachment.instance())
            .filter(i -> i.state() == Instance.State.PENDING)
            .isPresent()
        ? "attaching"
        : "attached";
  }

  private static NetworkInterfaceAttachment attachment(
      Network network, NetworkInterface eni, NetworkInterface.Attachment attachment) {
    return NetworkInterfaceAttachment.builder()
        .attachmentId(attachment.id().value())
        .instanceId(attachment.instance().value())
        .instanceOwnerId(eni.scope().account())
        .deviceIndex(attachment.device())
        .networkCardIndex(0)
        .deleteOnTermination(attachment.deleteOnTermination())
        .attachTime(attachment.attached())
        .status(status(network, attachment))
        .build();
  }

  private static NetworkInterfacePrivateIpAddress address(
      Network network, NetworkInterface eni, PrivateIpv4 address) {
    return NetworkInterfacePrivateIpAddress.builder()
        .privateIpAddress(address.address().toString())
        .primary(address.address().equals(eni.primary()))
        .privateDnsName(DnsNames.ofInterface(network, eni.vpc(), address.address()).orElse(null))
        .association(association(network, eni, address))
        .build();
  }

  private static @Nullable NetworkInterfaceAssociation association(
      Network network, NetworkInterface eni, PrivateIpv4 address) {
    Optional<ElasticIp> eip = Associations.of(network, eni, address.address());
    return eip.map(e ->
            common(network, eni.vpc(), e.address())
                .ipOwnerId(e.scope().account())
                .allocationId(e.id().value())
                .associationId(e.association().map(a -> a.id().value()).orElse(null)))
        .or(() ->
            address
                .publicAddress()
                .map(lent -> common(network, eni.vpc(), lent).ipOwnerId("amazon")))
        .map(NetworkInterfaceAssociation.Builder::build)
        .orElse(null);
  }

  private static NetworkInterfaceAssociation.Builder common(
      Network network, VpcId vpc, IpAddress address) {
    return NetworkInterfaceAssociation.builder()
        .publicIp(address.toString())
        .publicDnsName(DnsNames.publicName(network, vpc, address).orElse(""));
  }

  /** The id of a zone by its name. */
  public static @Nullable String zoneId(String region, String zone) {
    return Regions.find(region).flatMap(r -> r.zone(zone)).map(Zone::id).orElse(null);
  }
}
