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
import software.amazon.awssdk.services.ec2.model.DisableTransitGatewayRouteTablePropagationRequest;
import software.amazon.awssdk.services.ec2.model.DisableTransitGatewayRouteTablePropagationResponse;

/** Takes the blocks of an attached VPC from the routes of a table. */
final class DisableTransitGatewayRouteTablePropagation
    implements Action<
        DisableTransitGatewayRouteTablePropagationRequest,
        DisableTransitGatewayRouteTablePropagationResponse> {

  @Override
  public Class<DisableTransitGatewayRouteTablePropagationRequest> request() {
    return DisableTransitGatewayRouteTablePropagationRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "TransitGatewayAttachmentId");
  }

  @Override
  public Decision<DisableTransitGatewayRouteTablePropagationResponse> decide(
      Network network,
      Caller caller,
      DisableTransitGatewayRouteTablePropagationRequest request,
      Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    Transit.checkSame(attachment, table);

    if (!table.propagations().contains(attachment.id())) {
      throw new AwsException(
          "TransitGatewayRouteTablePropagation.NotFound",
          "Propagation %s does not exist in Transit Gateway Route Table %s"
              .formatted(attachment.id(), table.id()));
    }
    return Decision.of(
        DisableTransitGatewayRouteTablePropagationResponse.builder()
            .propagation(a ->
                a.transitGatewayRouteTableId(table.id().value())
                    .transitGatewayAttachmentId(attachment.id().value())
                    .resourceId(attachment.vpc().value())
                    .resourceType("vpc")
                    .state("disabled"))
            .build(),
        new Change.Put(
            table.withPropagations(
                table.propagations().stream().filter(a -> !a.equals(attachment.id())).toList())));
  }
}
