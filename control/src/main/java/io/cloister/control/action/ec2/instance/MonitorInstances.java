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
import software.amazon.awssdk.services.ec2.model.MonitorInstancesRequest;
import software.amazon.awssdk.services.ec2.model.MonitorInstancesResponse;

/** Switches detailed monitoring on: a choice that is only kept. */
final class MonitorInstances implements Action<MonitorInstancesRequest, MonitorInstancesResponse> {
  @Override
  public Class<MonitorInstancesRequest> request() {
    return MonitorInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds");
  }

  @Override
  public Decision<MonitorInstancesResponse> decide(
      Network network, Caller caller, MonitorInstancesRequest request, Draw draw) {
    List<Instance> changed =
        InstanceStates.some(network, caller, request.instanceIds(), draw).stream()
            .map(i -> InstanceStates.monitored(i, true))
            .toList();
    return new Decision<>(
        changed.stream().<Change>map(Change.Put::new).toList(),
        MonitorInstancesResponse.builder()
            .instanceMonitorings(changed.stream().map(InstanceStates::monitoring).toList())
            .build());
  }
}
