package io.cloister.control.action.endpoint;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Describes endpoints. */
final class DescribeVpcEndpoints
    implements Action<DescribeVpcEndpointsRequest, DescribeVpcEndpointsResponse> {
  private static final Filters<VpcEndpoint> FILTERS =
      ShapeFilters.of(
          e -> new VpcEndpointId(e.vpcEndpointId()),
          "ip-address-type",
          "service-name",
          "service-region",
          "vpc-endpoint-id",
          "vpc-endpoint-state=State",
          "vpc-endpoint-type",
          "vpc-id");

  @Override
  public Class<DescribeVpcEndpointsRequest> request() {
    return DescribeVpcEndpointsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcEndpointIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeVpcEndpointsResponse> decide(
      Network network, Caller caller, DescribeVpcEndpointsRequest request, Draw draw) {
    if (request.maxResults() != null && !request.vpcEndpointIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter vpcEndpointIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    List<VpcEndpoint> found =
        Lookups.ENDPOINT.list(network.endpoints(), caller, request.vpcEndpointIds()).stream()
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .map(e -> EndpointShapes.of(network, caller, e))
            .filter(condition)
            .toList();
    Page<VpcEndpoint> page =
        Page.of(found, VpcEndpoint::vpcEndpointId, request.maxResults(), 1, request.nextToken());
    return Decision.answer(
        DescribeVpcEndpointsResponse.builder()
            .vpcEndpoints(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
