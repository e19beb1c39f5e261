package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.DhcpOptions;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteDhcpOptionsResponse;

/** Deletes a set of DHCP options that no VPC has. */
public record DeleteDhcpOptions()
    implements Action<DeleteDhcpOptionsRequest, DeleteDhcpOptionsResponse> {
  @Override
  public Class<DeleteDhcpOptionsRequest> request() {
    return DeleteDhcpOptionsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("DhcpOptionsId");
  }

  @Override
  public Decision<DeleteDhcpOptionsResponse> decide(
      Network network, Caller caller, DeleteDhcpOptionsRequest request, Draw draw) {
    DhcpOptions options =
        Lookups.DHCP_OPTIONS.get(network.dhcpOptions(), caller, request.dhcpOptionsId());
    new Dependencies()
        .add(network.vpcs().where(v -> v.dhcpOptions().filter(options.id()::equals).isPresent()))
        .refuse("dhcpOptions", options.id());
    return Decision.of(
        DeleteDhcpOptionsResponse.builder().build(), new Change.Remove(options.id()));
  }
}
