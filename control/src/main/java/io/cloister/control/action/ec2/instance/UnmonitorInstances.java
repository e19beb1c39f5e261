package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.UnmonitorInstancesRequest;
import software.amazon.awssdk.services.ec2.model.UnmonitorInstancesResponse;

/** Switches detailed monitoring off: a choice that is only kept. */
final class UnmonitorInstances
    implements Action<UnmonitorInstancesRequest, UnmonitorInstancesResponse> {
  @Override
  public Class<UnmonitorInstancesRequest> request() {
    return UnmonitorInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds");
  }

  @Override
  public Decision<UnmonitorInstancesResponse> decide(
      Network network, Caller caller, UnmonitorInstancesRequest request, Draw draw) {
    List<Instance> changed =
        InstanceStates.some(network, caller, request.instanceIds(), draw).stream()
            .map(i -> InstanceStates.monitored(i, false))
            .toList();
    return new Decision<>(
        changed.stream().<Change>map(Change.Put::new).toList(),
        UnmonitorInstancesResponse.builder()
            .instanceMonitorings(changed.stream().map(InstanceStates::monitoring).toList())
            .build());
  }
}
