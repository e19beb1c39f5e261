package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AddressAttribute;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeResponse;

/** Describes the reverse names of addresses: there is none, as none can be given yet. */
final class DescribeAddressesAttribute
    implements Action<DescribeAddressesAttributeRequest, DescribeAddressesAttributeResponse> {
  @Override
  public Class<DescribeAddressesAttributeRequest> request() {
    return DescribeAddressesAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AllocationIds", "Attribute", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeAddressesAttributeResponse> decide(
      Network network, Caller caller, DescribeAddressesAttributeRequest request, Draw draw) {
    var shapes =
        Lookups.ALLOCATION.list(network.elasticIps(), caller, request.allocationIds()).stream()
            .map(e ->
                AddressAttribute.builder()
                    .allocationId(e.id().value())
                    .publicIp(e.address().toString())
                    .build())
            .toList();
    var page =
        Page.of(
            shapes, AddressAttribute::allocationId, request.maxResults(), 1, request.nextToken());
    return Decision.answer(
        DescribeAddressesAttributeResponse.builder()
            .addresses(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
