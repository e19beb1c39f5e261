package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssociateDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.AssociateDhcpOptionsResponse;

/** Gives a VPC a set of DHCP options, or with {@code default} none. */
public record AssociateDhcpOptions()
    implements Action<AssociateDhcpOptionsRequest, AssociateDhcpOptionsResponse> {
  @Override
  public Class<AssociateDhcpOptionsRequest> request() {
    return AssociateDhcpOptionsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("DhcpOptionsId", "VpcId");
  }

  @Override
  public Decision<AssociateDhcpOptionsResponse> decide(
      Network network, Caller caller, AssociateDhcpOptionsRequest request, Draw draw) {
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    Optional<DhcpOptionsId> options =
        VpcAnswer.NO_DHCP_OPTIONS.equals(request.dhcpOptionsId())
            ? Optional.empty()
            : Optional.of(
                Lookups.DHCP_OPTIONS
                    .get(network.dhcpOptions(), caller, request.dhcpOptionsId())
                    .id());
    return Decision.of(
        AssociateDhcpOptionsResponse.builder().build(),
        new Change.Put(vpc.withDhcpOptions(options)));
  }
}
