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
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssociateTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateTransitGatewayRouteTableResponse;

/** Lets a table route what an attached VPC sends: one table at most. */
final class AssociateTransitGatewayRouteTable
    implements Action<
        AssociateTransitGatewayRouteTableRequest, AssociateTransitGatewayRouteTableResponse> {

  @Override
  public Class<AssociateTransitGatewayRouteTableRequest> request() {
    return AssociateTransitGatewayRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "TransitGatewayAttachmentId");
  }

  @Override
  public Decision<AssociateTransitGatewayRouteTableResponse> decide(
      Network network, Caller caller, AssociateTransitGatewayRouteTableRequest request, Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    TransitGatewayAttachment attachment =
        Transit.attachment(network, caller, request.transitGatewayAttachmentId());
    Transit.checkSame(attachment, table);

    attachment
        .association()
        .ifPresent(t -> {
          throw new AwsException(
              "Resource.AlreadyAssociated",
              "Transit Gateway Attachment %s is already associated to a route table: %s"
                  .formatted(attachment.id(), t));
        });
    return Decision.of(
        AssociateTransitGatewayRouteTableResponse.builder()
            .association(a ->
                a.transitGatewayRouteTableId(table.id().value())
                    .transitGatewayAttachmentId(attachment.id().value())
                    .resourceId(attachment.vpc().value())
                    .resourceType("vpc")
                    .state("associating"))
            .build(),
        new Change.Put(attachment.withAssociation(Optional.of(table.id()))));
  }
}
