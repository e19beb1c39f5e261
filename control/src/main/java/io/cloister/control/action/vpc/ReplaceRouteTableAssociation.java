package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationResponse;

/**
 * Moves an association to another table, under a new id; moving the main one makes the other table
 * its VPC's main table.
 */
public record ReplaceRouteTableAssociation()
    implements Action<ReplaceRouteTableAssociationRequest, ReplaceRouteTableAssociationResponse> {
  @Override
  public Class<ReplaceRouteTableAssociationRequest> request() {
    return ReplaceRouteTableAssociationRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId", "RouteTableId");
  }

  @Override
  public Decision<ReplaceRouteTableAssociationResponse> decide(
      Network network, Caller caller, ReplaceRouteTableAssociationRequest request, Draw draw) {
    Associations.Found found = Associations.get(network, caller, request.associationId());
    RouteTable to = Lookups.ROUTE_TABLE.get(network.routeTables(), caller, request.routeTableId());
    if (!to.vpc().equals(found.table().vpc())) {
      throw new AwsException(
          "InvalidParameterValue",
          "Route table %s and the association %s belong to different networks"
              .formatted(to.id(), found.association().id()));
    }
    if (to.id().equals(found.table().id())) {
      return Decision.answer(answer(found.association().id()));
    }
    Associations.check(network, to, found.association().with());
    RouteTableAssociationId id =
        new RouteTableAssociationId(draw.id(RouteTableAssociationId.PREFIX));
    return Decision.of(
        answer(id),
        new Change.Put(Associations.without(found.table(), found.association())),
        new Change.Put(Associations.with(to, id, found.association().with())));
  }

  private static ReplaceRouteTableAssociationResponse answer(RouteTableAssociationId id) {
    return ReplaceRouteTableAssociationResponse.builder()
        .newAssociationId(id.value())
        .associationState(s -> s.state("associated"))
        .build();
  }
}
