package io.cloister.control.action.peering;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Peerings;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.PeeringConnection.Side;
import io.cloister.model.vpc.PeeringConnection.Status;
import io.cloister.model.vpc.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcPeeringConnectionResponse;

/**
 * Asks for a peering of two VPCs, which may be of two accounts and Regions of a partition. One that
 * is impossible is made all the same, as on AWS, and fails at once: the caller is not to learn
 * whether somebody else's VPC is there.
 */
final class CreateVpcPeeringConnection
    implements Action<CreateVpcPeeringConnectionRequest, CreateVpcPeeringConnectionResponse> {
  private static final Duration PATIENCE = Duration.ofDays(7);

  @Override
  public Class<CreateVpcPeeringConnectionRequest> request() {
    return CreateVpcPeeringConnectionRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcId", "PeerVpcId", "PeerOwnerId", "PeerRegion", "TagSpecifications");
  }

  @Override
  public Set<Feature> needs(CreateVpcPeeringConnectionRequest request) {
    return Set.of(Feature.PEERING);
  }

  @Override
  public Decision<CreateVpcPeeringConnectionResponse> decide(
      Network network, Caller caller, CreateVpcPeeringConnectionRequest request, Draw draw) {
    SortedMap<String, String> tags =
        Tagging.given(request.tagSpecifications(), "vpc-peering-connection");
    VpcId asking = Lookups.VPC.get(network.vpcs(), caller, request.vpcId()).id();
    Side requester = new Side(caller.scope(), asking, false);
    Side accepter = accepter(caller, request);
    Instant now = draw.now();
    if (accepter.vpc().equals(asking)) {
      throw new AwsException(
          "InvalidParameterValue", "A VPC can't be peered with itself: %s".formatted(asking));
    }
    Peerings.live(network, asking, now)
        .filter(p -> p.beyond(asking).filter(s -> s.vpc().equals(accepter.vpc())).isPresent())
        .findFirst()
        .ifPresent(p -> {
          throw new AwsException(
              "VpcPeeringConnectionAlreadyExists",
              "A VPC peering connection between %s and %s already exists: %s is %s"
                  .formatted(asking, accepter.vpc(), p.id(), p.status().text()));
        });
    checkQuotas(network, caller, asking, now);
    List<Change> changes = new ArrayList<>();
    network
        .peerings()
        .where(p -> p.scope().equals(caller.scope()) && Peerings.gone(p, now))
        .forEach(p -> changes.add(new Change.Remove(p.id())));
    boolean possible = Sides.possible(network, requester, accepter);
    PeeringConnection made =
        new PeeringConnection(
            new PeeringConnectionId(draw.id(PeeringConnectionId.PREFIX)),
            caller.scope(),
            requester,
            accepter,
            possible ? Status.PENDING_ACCEPTANCE : Status.FAILED,
            possible ? "Pending Acceptance by " + accepter.scope().account() : Sides.IMPOSSIBLE,
            now.plus(PATIENCE),
            now);
    changes.add(new Change.Put(made));
    changes.addAll(Tagging.changes(made.id(), tags));
    PeeringConnection said =
        made.withStatus(
            Status.INITIATING_REQUEST, "Initiating Request to " + accepter.scope().account(), now);
    return new Decision<>(
        changes,
        CreateVpcPeeringConnectionResponse.builder()
            .vpcPeeringConnection(PeeringShapes.of(network.apply(changes), said, caller.scope()))
            .build());
  }

  private static Side accepter(Caller caller, CreateVpcPeeringConnectionRequest request) {
    if (request.peerVpcId() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter peerVpcId");
    }
    VpcId vpc = Lookups.VPC.id(request.peerVpcId());
    String owner = request.peerOwnerId() == null ? caller.account() : request.peerOwnerId();
    if (!owner.matches("\\d{12}")) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter peerOwnerId is invalid: an account id has twelve digits"
              .formatted(owner));
    }
    String region = request.peerRegion() == null ? caller.region() : request.peerRegion();
    if (Regions.of(caller.partition()).stream().map(Region::name).noneMatch(region::equals)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter peerRegion is invalid: the partition %s has no such Region"
              .formatted(region, caller.partition()));
    }
    return new Side(new Scope(owner, caller.partition(), region), vpc, false);
  }

  private static void checkQuotas(Network network, Caller caller, VpcId vpc, Instant now) {
    Quotas quotas = Quotas.of(network, caller);
    quotas.check(
        Quota.OUTSTANDING_PEERINGS,
        1
            + network
                .peerings()
                .where(p ->
                    p.scope().equals(caller.scope())
                        && p.at(now).status() == Status.PENDING_ACCEPTANCE)
                .count());
    quotas.check(
        Quota.ACTIVE_PEERINGS_PER_VPC,
        1 + Peerings.live(network, vpc, now).filter(PeeringConnection::active).count());
  }
}
