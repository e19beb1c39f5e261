package io.cloister.control.action.transit;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;

/** Finds the parts of transit gateways and shows them as EC2 answers them. */
final class Transit {
  private Transit() {}

  static TransitGateway gateway(Network network, Caller caller, @Nullable String id) {
    return Lookups.TRANSIT_GATEWAY.get(network.transitGateways(), caller, id);
  }

  static TransitGatewayAttachment attachment(Network network, Caller caller, @Nullable String id) {
    return Lookups.TRANSIT_ATTACHMENT.get(network.attachments(), caller, id);
  }

  static TransitGatewayRouteTable table(Network network, Caller caller, @Nullable String id) {
    return Lookups.TRANSIT_TABLE.get(network.transitTables(), caller, id);
  }

  /** The attachments of a gateway. */
  static Stream<TransitGatewayAttachment> attachments(Network network, TransitGatewayId gateway) {
    return network.attachments().where(a -> a.gateway().equals(gateway));
  }

  /** The route tables of a gateway. */
  static Stream<TransitGatewayRouteTable> tables(Network network, TransitGatewayId gateway) {
    return network.transitTables().where(t -> t.gateway().equals(gateway));
  }

  /** Refuses an attachment and a table of two gateways. */
  static void checkSame(TransitGatewayAttachment attachment, TransitGatewayRouteTable table) {
    if (!attachment.gateway().equals(table.gateway())) {
      throw new AwsException(
          "InvalidParameterValue",
          "%s belongs to %s and %s to %s: they must be of one transit gateway"
              .formatted(attachment.id(), attachment.gateway(), table.id(), table.gateway()));
    }
  }

  static String word(boolean on) {
    return on ? "enable" : "disable";
  }

  /** What a member says, else the default. */
  static boolean on(@Nullable String word, boolean otherwise) {
    return word == null ? otherwise : word.equals("enable");
  }

  static software.amazon.awssdk.services.ec2.model.TransitGateway shape(
      Network network, Caller caller, TransitGateway gateway) {
    TransitGateway.Options o = gateway.options();
    return software.amazon.awssdk.services.ec2.model.TransitGateway.builder()
        .transitGatewayId(gateway.id().value())
        .transitGatewayArn(caller.arn("ec2", "transit-gateway/" + gateway.id()))
        .state("available")
        .ownerId(gateway.scope().account())
        .description(gateway.description())
        .creationTime(gateway.created())
        .options(x ->
            x.amazonSideAsn(o.asn())
                .autoAcceptSharedAttachments(word(o.autoAccept()))
                .defaultRouteTableAssociation(word(o.associate()))
                .associationDefaultRouteTableId(
                    gateway
                        .associationDefault()
                        .map(TransitGatewayRouteTableId::value)
                        .orElse(null))
                .defaultRouteTablePropagation(word(o.propagate()))
                .propagationDefaultRouteTableId(
                    gateway
                        .propagationDefault()
                        .map(TransitGatewayRouteTableId::value)
                        .orElse(null))
                .vpnEcmpSupport(word(o.vpnEcmp()))
                .dnsSupport(word(o.dns()))
                .securityGroupReferencingSupport(word(o.groupReferences()))
                .multicastSupport("disable"))
        .tags(Tagging.of(network, gateway.id()))
        .build();
  }

  static TransitGatewayVpcAttachment shape(Network network, TransitGatewayAttachment attachment) {
    TransitGatewayAttachment.Options o = attachment.options();
    return TransitGatewayVpcAttachment.builder()
        .transitGatewayAttachmentId(attachment.id().value())
        .transitGatewayId(attachment.gateway().value())
        .vpcId(attachment.vpc().value())
        .vpcOwnerId(attachment.scope().account())
        .state(attachment.state().text())
        .subnetIds(attachment.legs().stream().map(l -> l.subnet().value()).toList())
        .creationTime(attachment.created())
        .options(x ->
            x.dnsSupport(word(o.dns()))
                .securityGroupReferencingSupport(word(o.groupReferences()))
                .ipv6Support(word(o.ipv6()))
                .applianceModeSupport(word(o.applianceMode())))
        .tags(Tagging.of(network, attachment.id()))
        .build();
  }

  static software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable shape(
      Network network, TransitGatewayRouteTable table) {
    Optional<TransitGateway> gateway = network.transitGateways().get(table.gateway());
    return software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable.builder()
        .transitGatewayRouteTableId(table.id().value())
        .transitGatewayId(table.gateway().value())
        .state("available")
        .defaultAssociationRouteTable(
            gateway
                .flatMap(TransitGateway::associationDefault)
                .filter(table.id()::equals)
                .isPresent())
        .defaultPropagationRouteTable(
            gateway
                .flatMap(TransitGateway::propagationDefault)
                .filter(table.id()::equals)
                .isPresent())
        .creationTime(table.created())
        .tags(Tagging.of(network, table.id()))
        .build();
  }
}
