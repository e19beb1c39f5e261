package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.RebootInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RebootInstancesResponse;

/**
 * Restarts running instances, which stay running and keep their addresses. Ones that ended are
 * passed over (EC2 API reference).
 */
final class RebootInstances implements Action<RebootInstancesRequest, RebootInstancesResponse> {
  @Override
  public Class<RebootInstancesRequest> request() {
    return RebootInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds");
  }

  @Override
  public Decision<RebootInstancesResponse> decide(
      Network network, Caller caller, RebootInstancesRequest request, Draw draw) {
    List<Change> changes = new ArrayList<>();
    for (Instance instance : InstanceStates.some(network, caller, request.instanceIds(), draw)) {
      switch (instance.state()) {
        case RUNNING -> changes.add(new Change.Put(instance.rebooted()));
        case PENDING, SHUTTING_DOWN, TERMINATED -> {}
        case STOPPING, STOPPED ->
            throw new AwsException(
                "IncorrectState",
                "Instance '%s' is %s: it must be running to be rebooted. Start it"
                    .formatted(instance.id(), instance.state().text()));
      }
    }
    return new Decision<>(changes, RebootInstancesResponse.builder().build());
  }
}
