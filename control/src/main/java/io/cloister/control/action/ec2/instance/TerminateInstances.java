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
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

/**
 * Ends instances for good. One that runs is shutting down until the data plane reports its end; one
 * that is stopped is terminated at once. When one is protected none is terminated: AWS would
 * terminate those of other zones and answer an error all the same, which nobody can rely on.
 */
final class TerminateInstances
    implements Action<TerminateInstancesRequest, TerminateInstancesResponse> {
  @Override
  public Class<TerminateInstancesRequest> request() {
    return TerminateInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds", "Force", "SkipOsShutdown");
  }

  @Override
  public Decision<TerminateInstancesResponse> decide(
      Network network, Caller caller, TerminateInstancesRequest request, Draw draw) {
    List<Instance> instances = InstanceStates.some(network, caller, request.instanceIds(), draw);
    for (Instance instance : instances) {
      if (!instance.state().ended()
          && Boolean.TRUE.equals(LaunchOptions.of(instance).disableApiTermination())) {
        throw new AwsException(
            "OperationNotPermitted",
            "The instance '%s' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again."
                .formatted(instance.id()));
      }
    }
    List<Change> changes = new ArrayList<>();
    List<InstanceStateChange> answers = new ArrayList<>();
    for (Instance instance : instances) {
      Instance after =
          switch (instance.state()) {
            case SHUTTING_DOWN, TERMINATED -> instance;
            case STOPPED -> Ends.byUser(instance, Instance.State.TERMINATED, draw.now());
            case PENDING, RUNNING, STOPPING ->
                Ends.byUser(instance, Instance.State.SHUTTING_DOWN, draw.now());
          };
      if (after.state() != instance.state()) {
        if (after.state() == Instance.State.TERMINATED) {
          changes.addAll(Ends.terminated(network, after, draw.now()));
        } else {
          changes.add(new Change.Put(after));
        }
      }
      answers.add(InstanceStates.change(instance, after));
    }
    changes.addAll(Ends.forget(network, caller.scope(), draw.now()));
    return new Decision<>(
        changes, TerminateInstancesResponse.builder().terminatingInstances(answers).build());
  }
}
