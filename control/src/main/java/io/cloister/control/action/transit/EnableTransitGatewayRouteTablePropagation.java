package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.EnableTransitGatewayRouteTablePropagationRequest;
import software.amazon.awssdk.services.ec2.model.EnableTransitGatewayRouteTablePropagationResponse;

/** Lets the blocks of an attached VPC be routes of a table. */
final class EnableTransitGatewayRouteTablePropagation
    implements Action<
        EnableTransitGatewayRouteTablePropagationRequest,
        EnableTransitGatewayRouteTablePropagationResponse> {

  @Override
  public Class<EnableTransitGatewayRouteTablePropagationRequest> request() {
    return EnableTransitGatewayRouteTablePropagationRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "TransitGatewayAttachmentId");
  }

  @Override
  public Decision<EnableTransitGatewayRouteTablePropagationResponse> decide(
      Network network,
      Caller caller,
      EnableTransitGatewayRouteTablePropagationRequest request,
      Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    Transit.checkSame(attachment, table);

    if (table.propagations().contains(attachment.id())) {
      throw new AwsException(
          "TransitGatewayRouteTablePropagation.Duplicate",
          "Propagation %s already exists in Transit Gateway Route Table %s"
              .formatted(attachment.id(), table.id()));
    }
    return Decision.of(
        EnableTransitGatewayRouteTablePropagationResponse.builder()
            .propagation(a ->
                a.transitGatewayRouteTableId(table.id().value())
                    .transitGatewayAttachmentId(attachment.id().value())
                    .resourceId(attachment.vpc().value())
                    .resourceType("vpc")
                    .state("enabled"))
            .build(),
        new Change.Put(
            table.withPropagations(
                Stream.concat(table.propagations().stream(), Stream.of(attachment.id()))
                    .toList())));
  }
}
