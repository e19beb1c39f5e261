package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRequestOptions;

/** Makes a transit gateway, with a route table unless the defaults are switched off. */
final class CreateTransitGateway
    implements Action<CreateTransitGatewayRequest, CreateTransitGatewayResponse> {

  @Override
  public Class<CreateTransitGatewayRequest> request() {
    return CreateTransitGatewayRequest.class;
  }

  @Override
  public Set<Feature> needs(CreateTransitGatewayRequest request) {
    return Set.of(Feature.TRANSIT_GATEWAYS);
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "Description",
        "Options.AmazonSideAsn",
        "Options.AutoAcceptSharedAttachments",
        "Options.DefaultRouteTableAssociation",
        "Options.DefaultRouteTablePropagation",
        "Options.VpnEcmpSupport",
        "Options.DnsSupport",
        "Options.SecurityGroupReferencingSupport",
        "Options.MulticastSupport",
        "TagSpecifications");
  }

  @Override
  public Decision<CreateTransitGatewayResponse> decide(
      Network network, Caller caller, CreateTransitGatewayRequest request, Draw draw) {
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "transit-gateway");
    Quotas.of(network, caller)
        .check(
            Quota.TRANSIT_GATEWAYS_PER_REGION,
            1 + network.transitGateways().where(g -> g.scope().equals(caller.scope())).count());
    TransitGatewayRequestOptions asked =
        request.options() == null
            ? TransitGatewayRequestOptions.builder().build()
            : request.options();
    if ("enable".equals(asked.multicastSupportAsString())) {
      throw new AwsException(
          "UnsupportedOperation", "Multicast of transit gateways is not built: leave it out");
    }
    TransitGateway.Options options =
        new TransitGateway.Options(
            asn(asked.amazonSideAsn()),
            Transit.on(asked.autoAcceptSharedAttachmentsAsString(), false),
            Transit.on(asked.defaultRouteTableAssociationAsString(), true),
            Transit.on(asked.defaultRouteTablePropagationAsString(), true),
            Transit.on(asked.vpnEcmpSupportAsString(), true),
            Transit.on(asked.dnsSupportAsString(), true),
            Transit.on(asked.securityGroupReferencingSupportAsString(), false));
    TransitGatewayId id = new TransitGatewayId(draw.id(TransitGatewayId.PREFIX));
    Optional<TransitGatewayRouteTableId> table =
        options.associate() || options.propagate()
            ? Optional.of(
                new TransitGatewayRouteTableId(draw.id(TransitGatewayRouteTableId.PREFIX)))
            : Optional.empty();
    TransitGateway made =
        new TransitGateway(
            id,
            caller.scope(),
            request.description() == null ? "" : request.description(),
            options,
            options.associate() ? table : Optional.empty(),
            options.propagate() ? table : Optional.empty(),
            draw.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(made));
    table.ifPresent(t ->
        changes.add(
            new Change.Put(
                new TransitGatewayRouteTable(
                    t, caller.scope(), id, List.of(), List.of(), draw.now()))));
    changes.addAll(Tagging.changes(id, tags));
    return new Decision<>(
        changes,
        CreateTransitGatewayResponse.builder()
            .transitGateway(
                Transit.shape(network.apply(changes), caller, made).toBuilder()
                    .state("pending")
                    .build())
            .build());
  }

  /** A private number of 16 or 32 bits (EC2 API reference, TransitGatewayRequestOptions). */
  static long asn(@Nullable Long asked) {
    long asn = asked == null ? 64_512 : asked;
    if (!(asn >= 64_512 && asn <= 65_534) && !(asn >= 4_200_000_000L && asn <= 4_294_967_294L)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%d) for parameter amazonSideAsn is invalid: it is 64512 to 65534 or 4200000000 to 4294967294"
              .formatted(asn));
    }
    return asn;
  }
}
