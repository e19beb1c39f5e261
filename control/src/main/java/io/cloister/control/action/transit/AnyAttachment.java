package io.cloister.control.action.transit;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayAttachment;

/** Attachments in the shape that all kinds of them have. */
final class AnyAttachment {
  private AnyAttachment() {}

  static software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment of(
      Network network, TransitGatewayAttachment attachment) {
    var shape =
        software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment.builder()
            .transitGatewayAttachmentId(attachment.id().value())
            .transitGatewayId(attachment.gateway().value())
            .transitGatewayOwnerId(
                network.transitGateways().require(attachment.gateway()).scope().account())
            .resourceOwnerId(attachment.scope().account())
            .resourceType("vpc")
            .resourceId(attachment.vpc().value())
            .state(attachment.state().text())
            .creationTime(attachment.created())
            .tags(Tagging.of(network, attachment.id()));
    attachment
        .association()
        .ifPresent(t ->
            shape.association(a -> a.transitGatewayRouteTableId(t.value()).state("associated")));
    return shape.build();
  }
}
