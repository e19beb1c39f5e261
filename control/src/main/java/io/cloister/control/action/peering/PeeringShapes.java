package io.cloister.control.action.peering;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.PeeringConnection.Side;
import io.cloister.model.vpc.Scope;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Peering connections as EC2 answers them. */
final class PeeringShapes {
  private PeeringShapes() {}

  /** As a scope sees it: the accepter's blocks and options show once it has accepted. */
  static VpcPeeringConnection of(Network network, PeeringConnection peering, Scope viewer) {
    boolean known = peering.active() || peering.accepter().scope().equals(viewer);
    return VpcPeeringConnection.builder()
        .vpcPeeringConnectionId(peering.id().value())
        .requesterVpcInfo(info(network, peering.requester(), true))
        .accepterVpcInfo(info(network, peering.accepter(), known))
        .status(s -> s.code(peering.status().text()).message(peering.message()))
        .expirationTime(
            peering.status() == PeeringConnection.Status.PENDING_ACCEPTANCE
                    || peering.status() == PeeringConnection.Status.INITIATING_REQUEST
                ? peering.expires()
                : null)
        .tags(viewer.equals(peering.scope()) ? Tagging.of(network, peering.id()) : List.of())
        .build();
  }

  private static VpcPeeringConnectionVpcInfo info(Network network, Side side, boolean known) {
    var info =
        VpcPeeringConnectionVpcInfo.builder()
            .ownerId(side.scope().account())
            .vpcId(side.vpc().value())
            .region(side.scope().region());
    if (known) {
      info.peeringOptions(o ->
          o.allowDnsResolutionFromRemoteVpc(side.remoteDns())
              .allowEgressFromLocalClassicLinkToRemoteVpc(false)
              .allowEgressFromLocalVpcToRemoteClassicLink(false));
      Sides.vpc(network, side)
          .ifPresent(vpc ->
              info.cidrBlock(vpc.primary().toString())
                  .cidrBlockSet(
                      vpc.ipv4().stream()
                          .map(b ->
                              software.amazon.awssdk.services.ec2.model.CidrBlock.builder()
                                  .cidrBlock(b.cidr().toString())
                                  .build())
                          .toList())
                  .ipv6CidrBlockSet(
                      vpc.ipv6().stream()
                          .map(b ->
                              software.amazon.awssdk.services.ec2.model.Ipv6CidrBlock.builder()
                                  .ipv6CidrBlock(b.cidr().toString())
                                  .build())
                          .toList()));
    }
    return info.build();
  }
}
