package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentResponse;

/**
 * Attaches a VPC to a transit gateway of the same account and Region. It is associated with the
 * default table and propagates to it, as the gateway says.
 */
final class CreateTransitGatewayVpcAttachment
    implements Action<
        CreateTransitGatewayVpcAttachmentRequest, CreateTransitGatewayVpcAttachmentResponse> {

  @Override
  public Class<CreateTransitGatewayVpcAttachmentRequest> request() {
    return CreateTransitGatewayVpcAttachmentRequest.class;
  }

  @Override
  public Set<Feature> needs(CreateTransitGatewayVpcAttachmentRequest request) {
    return Set.of(Feature.TRANSIT_GATEWAYS);
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "TransitGatewayId",
        "VpcId",
        "SubnetIds",
        "Options.DnsSupport",
        "Options.SecurityGroupReferencingSupport",
        "Options.Ipv6Support",
        "Options.ApplianceModeSupport",
        "TagSpecifications");
  }

  @Override
  public Decision<CreateTransitGatewayVpcAttachmentResponse> decide(
      Network network, Caller caller, CreateTransitGatewayVpcAttachmentRequest request, Draw draw) {
    SortedMap<String, String> tags =
        Tagging.given(request.tagSpecifications(), "transit-gateway-attachment");
    TransitGateway gateway = Transit.gateway(network, caller, request.transitGatewayId());
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    List<TransitGatewayAttachment> before =
        network.index().attachments(vpc.id()).map(network.attachments()::require).toList();
    if (before.stream().anyMatch(a -> a.gateway().equals(gateway.id()))) {
      throw new AwsException(
          "DuplicateTransitGatewayAttachment",
          "%s has non-deleted Transit Gateway Attachments with same VPC ID."
              .formatted(gateway.id()));
    }
    Quotas.of(network, caller).check(Quota.TRANSIT_GATEWAYS_PER_VPC, before.size() + 1L);
    List<Subnet> subnets = Legs.subnets(network, caller, vpc, request.subnetIds());
    CreateTransitGatewayVpcAttachmentRequestOptions o =
        request.options() == null
            ? CreateTransitGatewayVpcAttachmentRequestOptions.builder().build()
            : request.options();
    List<Change> changes = new ArrayList<>();
    TransitGatewayAttachmentId id =
        new TransitGatewayAttachmentId(draw.id(TransitGatewayAttachmentId.PREFIX));
    TransitGatewayAttachment made =
        new TransitGatewayAttachment(
            id,
            caller.scope(),
            gateway.id(),
            vpc.id(),
            Legs.make(network, draw, id, subnets, changes),
            new TransitGatewayAttachment.Options(
                Transit.on(o.dnsSupportAsString(), true),
                Transit.on(o.securityGroupReferencingSupportAsString(), true),
                Transit.on(o.ipv6SupportAsString(), false),
                Transit.on(o.applianceModeSupportAsString(), false)),
            gateway.associationDefault(),
            TransitGatewayAttachment.State.AVAILABLE,
            draw.now());
    changes.add(new Change.Put(made));
    gateway
        .propagationDefault()
        .map(network.transitTables()::require)
        .ifPresent(t ->
            changes.add(
                new Change.Put(
                    t.withPropagations(
                        Stream.concat(t.propagations().stream(), Stream.of(id)).toList()))));
    changes.addAll(Tagging.changes(id, tags));
    return new Decision<>(
        changes,
        CreateTransitGatewayVpcAttachmentResponse.builder()
            .transitGatewayVpcAttachment(
                Transit.shape(network.apply(changes), made).toBuilder().state("pending").build())
            .build());
  }
}
