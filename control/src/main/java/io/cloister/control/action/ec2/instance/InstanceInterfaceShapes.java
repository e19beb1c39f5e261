package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.ec2.eni.DnsNames;
import io.cloister.control.action.ec2.eni.InterfaceShapes;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;

/** Interfaces as answers about their instance show them. */
final class InstanceInterfaceShapes {
  private InstanceInterfaceShapes() {}

  static InstanceNetworkInterface of(Network network, NetworkInterface eni) {
    var addresses =
        eni.ipv4().stream()
            .map(a ->
                InstancePrivateIpAddress.builder()
                    .privateIpAddress(a.address().toString())
                    .privateDnsName(
                        DnsNames.ofInterface(network, eni.vpc(), a.address()).orElse(null))
                    .primary(a.address().equals(eni.primary()))
                    .association(association(network, eni, a.address()))
                    .build())
            .toList();
    return InstanceNetworkInterface.builder()
        .networkInterfaceId(eni.id().value())
        .subnetId(eni.subnet().value())
        .vpcId(eni.vpc().value())
        .ownerId(eni.scope().account())
        .description(eni.description())
        .interfaceType(eni.type())
        .macAddress(eni.mac().toString())
        .sourceDestCheck(eni.sourceDestCheck())
        .status(InterfaceShapes.status(eni))
        .groups(Groups.identifiers(network, eni.groups()))
        .privateIpAddress(eni.primary().toString())
        .privateDnsName(addresses.getFirst().privateDnsName())
        .privateIpAddresses(addresses)
        .association(addresses.getFirst().association())
        .ipv6Addresses(
            eni.ipv6().stream()
                .map(a ->
                    InstanceIpv6Address.builder()
                        .ipv6Address(a.toString())
                        .isPrimaryIpv6(false)
                        .build())
                .toList())
        .attachment(eni.attachment().map(a -> attachment(network, a)).orElse(null))
        .operator(OperatorResponse.builder().managed(false).build())
        .build();
  }

  private static InstanceNetworkInterfaceAttachment attachment(
      Network network, NetworkInterface.Attachment attachment) {
    return InstanceNetworkInterfaceAttachment.builder()
        .attachmentId(attachment.id().value())
        .deviceIndex(attachment.device())
        .networkCardIndex(0)
        .deleteOnTermination(attachment.deleteOnTermination())
        .attachTime(attachment.attached())
        .status(InterfaceShapes.status(network, attachment))
        .build();
  }

  private static @Nullable InstanceNetworkInterfaceAssociation association(
      Network network, NetworkInterface eni, IpAddress address) {
    Optional<String> owner =
        Associations.of(network, eni, address).map(ElasticIp::scope).map(s -> s.account());
    return Associations.publicAddress(network, eni, address)
        .map(ip ->
            InstanceNetworkInterfaceAssociation.builder()
                .publicIp(ip.toString())
                .publicDnsName(DnsNames.publicName(network, eni.vpc(), ip).orElse(""))
                .ipOwnerId(owner.orElse("amazon"))
                .build())
        .orElse(null);
  }
}
