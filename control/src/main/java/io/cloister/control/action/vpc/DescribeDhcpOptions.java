package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Describing;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.DhcpOptions;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsResponse;

/** Describes sets of DHCP options. */
public record DescribeDhcpOptions()
    implements Action<DescribeDhcpOptionsRequest, DescribeDhcpOptionsResponse> {
  private static final Filters<DhcpOptions> FILTERS =
      Filters.<DhcpOptions>of(DhcpOptions::id)
          .one("dhcp-options-id", DhcpOptions::id)
          .with("key", o -> o.options().stream().map(DhcpOptions.Option::key))
          .with("value", o -> o.options().stream().flatMap(x -> x.values().stream()))
          .one("owner-id", o -> o.scope().account());

  @Override
  public Class<DescribeDhcpOptionsRequest> request() {
    return DescribeDhcpOptionsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("DhcpOptionsIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeDhcpOptionsResponse> decide(
      Network network, Caller caller, DescribeDhcpOptionsRequest request, Draw draw) {
    Page<DhcpOptions> page =
        new Describing(
                "dhcpOptionsIds",
                request.dhcpOptionsIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken())
            .page(network, caller, Lookups.DHCP_OPTIONS, network.dhcpOptions(), FILTERS);
    return Decision.answer(
        DescribeDhcpOptionsResponse.builder()
            .dhcpOptions(page.items().stream().map(o -> DhcpOptionsAnswer.of(network, o)).toList())
            .nextToken(page.nextToken())
            .build());
  }
}
