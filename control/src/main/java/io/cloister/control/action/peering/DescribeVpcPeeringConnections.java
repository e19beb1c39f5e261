package io.cloister.control.action.peering;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.Peerings;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** Describes peering connections, which both sides see. */
final class DescribeVpcPeeringConnections
    implements Action<DescribeVpcPeeringConnectionsRequest, DescribeVpcPeeringConnectionsResponse> {
  private static final int LEAST = 5;
  private static final Filters<VpcPeeringConnection> FILTERS =
      ShapeFilters.of(
          p -> new PeeringConnectionId(p.vpcPeeringConnectionId()),
          "accepter-vpc-info.cidr-block",
          "accepter-vpc-info.owner-id",
          "accepter-vpc-info.vpc-id",
          "expiration-time",
          "requester-vpc-info.cidr-block",
          "requester-vpc-info.owner-id",
          "requester-vpc-info.vpc-id",
          "status-code=Status.Code",
          "status-message=Status.Message",
          "vpc-peering-connection-id");

  @Override
  public Class<DescribeVpcPeeringConnectionsRequest> request() {
    return DescribeVpcPeeringConnectionsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcPeeringConnectionIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeVpcPeeringConnectionsResponse> decide(
      Network network, Caller caller, DescribeVpcPeeringConnectionsRequest request, Draw draw) {
    if (request.maxResults() != null && !request.vpcPeeringConnectionIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter vpcPeeringConnectionIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    List<VpcPeeringConnection> found =
        Peerings.list(network, caller, request.vpcPeeringConnectionIds(), draw.now()).stream()
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .map(p -> PeeringShapes.of(network, p, caller.scope()))
            .filter(condition)
            .toList();
    Page<VpcPeeringConnection> page =
        Page.of(
            found,
            VpcPeeringConnection::vpcPeeringConnectionId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeVpcPeeringConnectionsResponse.builder()
            .vpcPeeringConnections(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
