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
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.Subnet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableResponse;

/**
 * Associates a table with a subnet or an internet gateway of its VPC. The same once more gives the
 * association that is there.
 */
public record AssociateRouteTable()
    implements Action<AssociateRouteTableRequest, AssociateRouteTableResponse> {
  @Override
  public Class<AssociateRouteTableRequest> request() {
    return AssociateRouteTableRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RouteTableId", "SubnetId", "GatewayId");
  }

  @Override
  public Decision<AssociateRouteTableResponse> decide(
      Network network, Caller caller, AssociateRouteTableRequest request, Draw draw) {
    RouteTable table =
        Lookups.ROUTE_TABLE.get(network.routeTables(), caller, request.routeTableId());
    RouteTableAssociation.With with = with(network, caller, table, request);
    Optional<Associations.Found> there = Associations.of(network, table, with);
    if (there.isPresent()) {
      if (there.get().table().id().equals(table.id())) {
        return Decision.answer(answer(there.get().association().id()));
      }
      throw new AwsException(
          "Resource.AlreadyAssociated",
          "the specified association for route table %s conflicts with an existing association: %s with %s. Use ReplaceRouteTableAssociation"
              .formatted(table.id(), there.get().association().id(), there.get().table().id()));
    }
    Associations.check(network, table, with);
    RouteTableAssociationId id =
        new RouteTableAssociationId(draw.id(RouteTableAssociationId.PREFIX));
    return Decision.of(answer(id), new Change.Put(Associations.with(table, id, with)));
  }

  private static RouteTableAssociation.With with(
      Network network, Caller caller, RouteTable table, AssociateRouteTableRequest request) {
    if (request.subnetId() != null && request.gatewayId() != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters subnetId and gatewayId may not be used together");
    }
    if (request.gatewayId() != null) {
      return new RouteTableAssociation.OfGateway(
          RouteRequests.gateway(network, caller, table, request.gatewayId()));
    }
    if (request.subnetId() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter subnetId or gatewayId");
    }
    Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, request.subnetId());
    if (!subnet.vpc().equals(table.vpc())) {
      throw new AwsException(
          "InvalidParameterValue",
          "Route table %s and subnet %s belong to different networks"
              .formatted(table.id(), subnet.id()));
    }
    return new RouteTableAssociation.OfSubnet(subnet.id());
  }

  private static AssociateRouteTableResponse answer(RouteTableAssociationId id) {
    return AssociateRouteTableResponse.builder()
        .associationId(id.value())
        .associationState(s -> s.state("associated"))
        .build();
  }
}
