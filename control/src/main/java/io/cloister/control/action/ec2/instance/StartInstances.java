package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Lending;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;

/** Starts stopped instances anew, with new lent public addresses; running ones stay as they are. */
final class StartInstances implements Action<StartInstancesRequest, StartInstancesResponse> {
  private final PublicPool pool;

  StartInstances(PublicPool pool) {
    this.pool = pool;
  }

  @Override
  public Class<StartInstancesRequest> request() {
    return StartInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds", "AdditionalInfo");
  }

  @Override
  public Decision<StartInstancesResponse> decide(
      Network network, Caller caller, StartInstancesRequest request, Draw draw) {
    List<Change> changes = new ArrayList<>();
    List<InstanceStateChange> answers = new ArrayList<>();
    PublicPool.Drawing drawing = pool.drawing(network, draw);
    for (Instance instance : InstanceStates.some(network, caller, request.instanceIds(), draw)) {
      Instance after =
          switch (instance.state()) {
            case PENDING, RUNNING -> instance;
            case STOPPED -> Ends.restarted(instance, draw.now());
            case STOPPING, SHUTTING_DOWN, TERMINATED ->
                throw new AwsException(
                    "IncorrectInstanceState",
                    "The instance '%s' is not in a state from which it can be started."
                        .formatted(instance.id()));
          };
      if (after.state() != instance.state()) {
        Vcpus.room(network.apply(changes), caller, InstanceTypes.get(instance.type()), 1);
        changes.add(new Change.Put(after));
        changes.addAll(Lending.atStart(network, after, drawing));
      }
      answers.add(InstanceStates.change(instance, after));
    }
    return new Decision<>(
        changes, StartInstancesResponse.builder().startingInstances(answers).build());
  }
}
