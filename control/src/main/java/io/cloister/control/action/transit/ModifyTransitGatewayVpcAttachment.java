package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.SubnetId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Leg;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentResponse;

/** Changes the subnets and the choices of an attachment. */
final class ModifyTransitGatewayVpcAttachment
    implements Action<
        ModifyTransitGatewayVpcAttachmentRequest, ModifyTransitGatewayVpcAttachmentResponse> {

  @Override
  public Class<ModifyTransitGatewayVpcAttachmentRequest> request() {
    return ModifyTransitGatewayVpcAttachmentRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "TransitGatewayAttachmentId",
        "AddSubnetIds",
        "RemoveSubnetIds",
        "Options.DnsSupport",
        "Options.SecurityGroupReferencingSupport",
        "Options.Ipv6Support",
        "Options.ApplianceModeSupport");
  }

  @Override
  public Decision<ModifyTransitGatewayVpcAttachmentResponse> decide(
      Network network, Caller caller, ModifyTransitGatewayVpcAttachmentRequest request, Draw draw) {
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    LinkedHashSet<String> after = new LinkedHashSet<>();
    attachment.legs().forEach(l -> after.add(l.subnet().value()));
    for (String id : request.removeSubnetIds()) {
      if (!after.remove(id)) {
        throw new AwsException(
            "InvalidParameterValue", "%s is no subnet of %s".formatted(id, attachment.id()));
      }
    }
    after.addAll(request.addSubnetIds());
    Vpc vpc = network.vpcs().require(attachment.vpc());
    List<Subnet> subnets = Legs.subnets(network, caller, vpc, List.copyOf(after));
    List<Change> changes = new ArrayList<>();
    List<Leg> legs = new ArrayList<>();
    for (Leg leg : attachment.legs()) {
      if (after.contains(leg.subnet().value())) {
        legs.add(leg);
      } else {
        changes.add(new Change.Remove(leg.eni()));
      }
    }
    List<SubnetId> kept = legs.stream().map(Leg::subnet).toList();
    legs.addAll(
        Legs.make(
            network,
            draw,
            attachment.id(),
            subnets.stream().filter(s -> !kept.contains(s.id())).toList(),
            changes));
    ModifyTransitGatewayVpcAttachmentRequestOptions o =
        request.options() == null
            ? ModifyTransitGatewayVpcAttachmentRequestOptions.builder().build()
            : request.options();
    TransitGatewayAttachment.Options b = attachment.options();
    TransitGatewayAttachment changed =
        attachment.withLegs(
            legs,
            new TransitGatewayAttachment.Options(
                Transit.on(o.dnsSupportAsString(), b.dns()),
                Transit.on(o.securityGroupReferencingSupportAsString(), b.groupReferences()),
                Transit.on(o.ipv6SupportAsString(), b.ipv6()),
                Transit.on(o.applianceModeSupportAsString(), b.applianceMode())));
    changes.add(new Change.Put(changed));
    return new Decision<>(
        changes,
        ModifyTransitGatewayVpcAttachmentResponse.builder()
            .transitGatewayVpcAttachment(
                Transit.shape(network, changed).toBuilder().state("modifying").build())
            .build());
  }
}
