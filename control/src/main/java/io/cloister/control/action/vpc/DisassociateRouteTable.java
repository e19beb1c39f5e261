package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTableAssociation;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableResponse;

/**
 * Ends an association with a subnet or a gateway: the subnet falls to the main table, the gateway
 * to none.
 */
public record DisassociateRouteTable()
    implements Action<DisassociateRouteTableRequest, DisassociateRouteTableResponse> {
  @Override
  public Class<DisassociateRouteTableRequest> request() {
    return DisassociateRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId");
  }

  @Override
  public Decision<DisassociateRouteTableResponse> decide(
      Network network, Caller caller, DisassociateRouteTableRequest request, Draw draw) {
    Associations.Found found = Associations.get(network, caller, request.associationId());
    if (found.association().with() instanceof RouteTableAssociation.Main) {
      throw new AwsException(
          "InvalidParameterValue",
          "cannot disassociate the main route table association %s: use ReplaceRouteTableAssociation"
              .formatted(found.association().id()));
    }
    return Decision.of(
        DisassociateRouteTableResponse.builder().build(),
        new Change.Put(Associations.without(found.table(), found.association())));
  }
}
