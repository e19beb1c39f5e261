package io.cloister.control.action.endpoint;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * Deletes endpoints with their interfaces and routes. One that isn't there doesn't keep the others:
 * the answer names it.
 */
final class DeleteVpcEndpoints
    implements Action<DeleteVpcEndpointsRequest, DeleteVpcEndpointsResponse> {
  @Override
  public Class<DeleteVpcEndpointsRequest> request() {
    return DeleteVpcEndpointsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcEndpointIds");
  }

  @Override
  public Decision<DeleteVpcEndpointsResponse> decide(
      Network network, Caller caller, DeleteVpcEndpointsRequest request, Draw draw) {
    if (request.vpcEndpointIds().isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter vpcEndpointId");
    }
    List<Change> changes = new ArrayList<>();
    List<UnsuccessfulItem> missing = new ArrayList<>();
    for (String text : request.vpcEndpointIds().stream().distinct().toList()) {
      VpcEndpointId id = Lookups.ENDPOINT.id(text);
      Optional<VpcEndpoint> endpoint =
          network.endpoints().get(id).filter(e -> e.scope().equals(caller.scope()));
      if (endpoint.isEmpty()) {
        missing.add(
            UnsuccessfulItem.builder()
                .resourceId(text)
                .error(e ->
                    e.code("InvalidVpcEndpointId.NotFound")
                        .message("The Vpc Endpoint Id '%s' does not exist".formatted(text)))
                .build());
        continue;
      }
      endpoint.get().legs().forEach(l -> changes.add(new Change.Remove(l.eni())));
      changes.add(new Change.Remove(id));
    }
    return new Decision<>(
        changes, DeleteVpcEndpointsResponse.builder().unsuccessful(missing).build());
  }
}
