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
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;

/** Stops running instances: they are stopping until the data plane reports their end. */
final class StopInstances implements Action<StopInstancesRequest, StopInstancesResponse> {
  @Override
  public Class<StopInstancesRequest> request() {
    return StopInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds", "Force", "SkipOsShutdown", "Hibernate");
  }

  @Override
  public Decision<StopInstancesResponse> decide(
      Network network, Caller caller, StopInstancesRequest request, Draw draw) {
    List<Change> changes = new ArrayList<>();
    List<InstanceStateChange> answers = new ArrayList<>();
    for (Instance instance : InstanceStates.some(network, caller, request.instanceIds(), draw)) {
      check(instance, Boolean.TRUE.equals(request.hibernate()));
      Instance after =
          instance.state() == Instance.State.RUNNING
              ? Ends.byUser(instance, Instance.State.STOPPING, draw.now())
              : instance;
      if (after.state() != instance.state()) {
        changes.add(new Change.Put(after));
      }
      answers.add(InstanceStates.change(instance, after));
    }
    return new Decision<>(
        changes, StopInstancesResponse.builder().stoppingInstances(answers).build());
  }

  private static void check(Instance instance, boolean hibernate) {
    switch (instance.state()) {
      case PENDING, SHUTTING_DOWN, TERMINATED ->
          throw new AwsException(
              "IncorrectInstanceState",
              "This instance '%s' is not in a state from which it can be stopped."
                  .formatted(instance.id()));
      case RUNNING, STOPPING, STOPPED -> {}
    }
    if (Boolean.TRUE.equals(LaunchOptions.of(instance).disableApiStop())) {
      throw new AwsException(
          "OperationNotPermitted",
          "The instance '%s' may not be stopped. Modify its 'disableApiStop' instance attribute and try again."
              .formatted(instance.id()));
    }
    if (hibernate) {
      throw new AwsException(
          "UnsupportedHibernationConfiguration",
          "The instance '%s' can't hibernate: stop it without Hibernate".formatted(instance.id()));
    }
  }
}
