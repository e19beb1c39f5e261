package io.cloister.control.action.ec2.instance;

import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.vpc.Instance;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What the data plane's reports do to instances. They may come late, twice, or for an instance that
 * is gone: then they change nothing.
 *
 * <p>The data plane reports {@code InstanceRunning} for a pending instance once its sandbox runs,
 * and {@code InstanceEnded} for one that is stopping or shutting down once there is no sandbox,
 * whether there ever was one or not.
 */
public final class InstanceObservations {
  private InstanceObservations() {}

  /** The changes that a report makes. */
  public static List<Change> decide(Network network, Observation observation, Instant now) {
    return switch (observation) {
      case Observation.InstanceRunning(InstanceId id) -> with(network, id, i -> running(i));
      case Observation.InstanceEnded(InstanceId id, int _) ->
          with(network, id, i -> ended(network, i, now));
      case Observation.InstanceFailed(InstanceId id, String reason) ->
          with(network, id, i -> failed(network, i, reason, now));
      case Observation.LoadBalancerReady _ -> List.of();
    };
  }

  private static List<Change> with(
      Network network, InstanceId id, Function<Instance, List<Change>> then) {
    return network.instances().get(id).map(then).orElse(List.of());
  }

  private static List<Change> running(Instance instance) {
    return instance.state() == Instance.State.PENDING
        ? List.of(new Change.Put(instance.withState(Instance.State.RUNNING, "")))
        : List.of();
  }

  private static List<Change> ended(Network network, Instance instance, Instant now) {
    return switch (instance.state()) {
      case SHUTTING_DOWN -> Ends.terminated(network, instance, now);
      case STOPPING -> Ends.stopped(network, instance);
      case PENDING, RUNNING -> {
        Instance by = Ends.byItself(instance);
        yield LaunchOptions.terminatesItself(instance)
            ? Ends.terminated(network, by, now)
            : Ends.stopped(network, by);
      }
      case STOPPED, TERMINATED -> List.of();
    };
  }

  /** A first launch that fails ends the instance; one that had run before only stops again. */
  private static List<Change> failed(
      Network network, Instance instance, String reason, Instant now) {
    return switch (instance.state()) {
      case SHUTTING_DOWN -> Ends.terminated(network, instance, now);
      case STOPPING -> Ends.stopped(network, instance);
      case PENDING, RUNNING -> {
        Instance by = Ends.byFailure(instance, reason);
        yield instance.state() == Instance.State.PENDING && Ends.firstLaunch(instance)
            ? Ends.terminated(network, by, now)
            : Ends.stopped(network, by);
      }
      case STOPPED, TERMINATED -> List.of();
    };
  }
}
