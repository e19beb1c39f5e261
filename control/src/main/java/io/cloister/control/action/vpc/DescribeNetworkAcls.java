package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Describing;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;

/** Describes network ACLs, with the implicit rules at their end. */
public record DescribeNetworkAcls()
    implements Action<DescribeNetworkAclsRequest, DescribeNetworkAclsResponse> {
  @Override
  public Class<DescribeNetworkAclsRequest> request() {
    return DescribeNetworkAclsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkAclIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeNetworkAclsResponse> decide(
      Network network, Caller caller, DescribeNetworkAclsRequest request, Draw draw) {
    Page<NetworkAcl> page =
        new Describing(
                "networkAclIds",
                request.networkAclIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken())
            .page(
                network,
                caller,
                Lookups.NETWORK_ACL,
                network.networkAcls(),
                NetworkAclFilters.of(network));
    return Decision.answer(
        DescribeNetworkAclsResponse.builder()
            .networkAcls(page.items().stream().map(a -> NetworkAclAnswer.of(network, a)).toList())
            .nextToken(page.nextToken())
            .build());
  }
}
