package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayResponse;

/** Changes what is chosen for a whole transit gateway. */
final class ModifyTransitGateway
    implements Action<ModifyTransitGatewayRequest, ModifyTransitGatewayResponse> {

  @Override
  public Class<ModifyTransitGatewayRequest> request() {
    return ModifyTransitGatewayRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "TransitGatewayId",
        "Description",
        "Options.AmazonSideAsn",
        "Options.AutoAcceptSharedAttachments",
        "Options.DefaultRouteTableAssociation",
        "Options.DefaultRouteTablePropagation",
        "Options.VpnEcmpSupport",
        "Options.DnsSupport",
        "Options.SecurityGroupReferencingSupport",
        "Options.AssociationDefaultRouteTableId",
        "Options.PropagationDefaultRouteTableId");
  }

  @Override
  public Decision<ModifyTransitGatewayResponse> decide(
      Network network, Caller caller, ModifyTransitGatewayRequest request, Draw draw) {
    TransitGateway gateway = Transit.gateway(network, caller, request.transitGatewayId());
    ModifyTransitGatewayOptions asked =
        request.options() == null
            ? ModifyTransitGatewayOptions.builder().build()
            : request.options();
    TransitGateway.Options o = gateway.options();
    TransitGateway.Options options =
        new TransitGateway.Options(
            asked.amazonSideAsn() == null
                ? o.asn()
                : CreateTransitGateway.asn(asked.amazonSideAsn()),
            Transit.on(asked.autoAcceptSharedAttachmentsAsString(), o.autoAccept()),
            Transit.on(asked.defaultRouteTableAssociationAsString(), o.associate()),
            Transit.on(asked.defaultRouteTablePropagationAsString(), o.propagate()),
            Transit.on(asked.vpnEcmpSupportAsString(), o.vpnEcmp()),
            Transit.on(asked.dnsSupportAsString(), o.dns()),
            Transit.on(asked.securityGroupReferencingSupportAsString(), o.groupReferences()));
    TransitGateway changed =
        gateway.withOptions(
            request.description() == null ? gateway.description() : request.description(),
            options,
            table(
                network,
                caller,
                gateway,
                options.associate(),
                asked.associationDefaultRouteTableId(),
                gateway.associationDefault()),
            table(
                network,
                caller,
                gateway,
                options.propagate(),
                asked.propagationDefaultRouteTableId(),
                gateway.propagationDefault()));
    List<Change> changes = List.of(new Change.Put(changed));
    return new Decision<>(
        changes,
        ModifyTransitGatewayResponse.builder()
            .transitGateway(
                Transit.shape(network.apply(changes), caller, changed).toBuilder()
                    .state("modifying")
                    .build())
            .build());
  }

  private static Optional<TransitGatewayRouteTableId> table(
      Network network,
      Caller caller,
      TransitGateway gateway,
      boolean on,
      @Nullable String asked,
      Optional<TransitGatewayRouteTableId> before) {
    if (!on) {
      return Optional.empty();
    }
    if (asked != null) {
      TransitGatewayRouteTable table = Transit.table(network, caller, asked);
      if (!table.gateway().equals(gateway.id())) {
        throw new AwsException(
            "InvalidParameterValue",
            "%s is a table of %s, not of %s".formatted(asked, table.gateway(), gateway.id()));
      }
      return Optional.of(table.id());
    }
    if (before.isEmpty()) {
      throw new AwsException(
          "MissingParameter",
          "%s has no default table of that kind: name one in the same request"
              .formatted(gateway.id()));
    }
    return before;
  }
}
