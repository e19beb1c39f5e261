package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Describing;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;

/** Describes internet gateways. */
public record DescribeInternetGateways()
    implements Action<DescribeInternetGatewaysRequest, DescribeInternetGatewaysResponse> {
  private static final Filters<InternetGateway> FILTERS =
      Filters.<InternetGateway>of(InternetGateway::id)
          .with("attachment.state", g -> g.vpc().stream().map(_ -> "available"))
          .with("attachment.vpc-id", g -> g.vpc().stream().map(VpcId::value))
          .one("internet-gateway-id", InternetGateway::id)
          .one("owner-id", g -> g.scope().account());

  @Override
  public Class<DescribeInternetGatewaysRequest> request() {
    return DescribeInternetGatewaysRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InternetGatewayIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeInternetGatewaysResponse> decide(
      Network network, Caller caller, DescribeInternetGatewaysRequest request, Draw draw) {
    Page<InternetGateway> page =
        new Describing(
                "internetGatewayIds",
                request.internetGatewayIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken())
            .page(network, caller, Lookups.INTERNET_GATEWAY, network.internetGateways(), FILTERS);
    return Decision.answer(
        DescribeInternetGatewaysResponse.builder()
            .internetGateways(
                page.items().stream().map(g -> InternetGatewayAnswer.of(network, g)).toList())
            .nextToken(page.nextToken())
            .build());
  }
}
