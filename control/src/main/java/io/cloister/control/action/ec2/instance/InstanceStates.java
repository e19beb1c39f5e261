package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.InstanceMonitoring;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;

/** What actions on the states of instances have in common. */
final class InstanceStates {
  private InstanceStates() {}

  /** The instances with these ids, of which there must be at least one. */
  static List<Instance> some(Network network, Caller caller, List<String> ids, Draw draw) {
    if (ids.isEmpty()) {
      throw new AwsException("InvalidParameterCombination", "No instances specified");
    }
    List<Instance> found = Lookups.INSTANCE.list(network.instances(), caller, ids);
    for (Instance instance : found) {
      if (Ends.forgotten(instance, draw.now())) {
        throw notFound(instance.id().value());
      }
    }
    return found;
  }

  /** The instance with this id, unless it ended long ago. */
  static Instance one(Network network, Caller caller, String id, Draw draw) {
    return some(network, caller, List.of(id), draw).getFirst();
  }

  private static AwsException notFound(String id) {
    return new AwsException(
        "InvalidInstanceID.NotFound", "The instance ID '%s' does not exist".formatted(id));
  }

  /** A change of state as answers give it. */
  static InstanceStateChange change(Instance before, Instance after) {
    return InstanceStateChange.builder()
        .instanceId(before.id().value())
        .previousState(InstanceShapes.state(before.state()))
        .currentState(InstanceShapes.state(after.state()))
        .build();
  }

  /** The instance with detailed monitoring on or off. */
  static Instance monitored(Instance instance, boolean on) {
    return LaunchOptions.with(
        instance, LaunchOptions.of(instance).toBuilder().monitoring(m -> m.enabled(on)).build());
  }

  /** An instance's monitoring as answers give it. */
  static InstanceMonitoring monitoring(Instance instance) {
    return InstanceMonitoring.builder()
        .instanceId(instance.id().value())
        .monitoring(InstanceShapes.monitoring(LaunchOptions.of(instance)))
        .build();
  }
}
