package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.ec2.address.Lending;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** What stopping and terminating do to an instance and its interfaces. */
public final class Ends {
  /** The user asked for it. */
  static final String BY_USER = "Client.UserInitiatedShutdown: User initiated shutdown";

  /** It ended by itself. */
  static final String BY_ITSELF = "Client.InstanceInitiatedShutdown: Instance initiated shutdown";

  private static final String TRANSITION = "StateTransitionReason";
  private static final String ENDED = "Ended";
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Ends() {}

  /** An instance that the user wants to stop or to terminate. */
  static Instance byUser(Instance instance, Instance.State state, Instant now) {
    return instance
        .withState(state, BY_USER)
        .withKept(TRANSITION, "User initiated (%s)".formatted(WHEN.format(now)));
  }

  /** An instance that ended although nobody asked for it. */
  static Instance byItself(Instance instance) {
    return instance.withState(instance.state(), BY_ITSELF).withKept(TRANSITION, "");
  }

  /** An instance whose sandbox can't be had. */
  static Instance byFailure(Instance instance, String reason) {
    return instance
        .withState(instance.state(), "Server.InternalError: " + reason)
        .withKept(TRANSITION, "Server.InternalError");
  }

  /** Whether an instance has never been started after its launch. */
  static boolean firstLaunch(Instance instance) {
    return instance.boot() == 0;
  }

  /** What the answer gives as the reason of the last transition; empty when there was none. */
  static String transition(Instance instance) {
    return instance.kept().getOrDefault(TRANSITION, "");
  }

  /** An instance that is started again: it has no reason any more. */
  static Instance restarted(Instance instance, Instant now) {
    return instance.startedAt(now).withKept(TRANSITION, "");
  }

  /**
   * The changes that end an instance for good: interfaces that go with it, and their Elastic IP
   * addresses set free; the others detached.
   */
  public static List<Change> terminated(Network network, Instance instance, Instant now) {
    List<Change> changes = new ArrayList<>();
    for (NetworkInterface eni : attached(network, instance)) {
      if (eni.attachment().filter(NetworkInterface.Attachment::deleteOnTermination).isPresent()) {
        changes.addAll(Associations.freed(network, eni));
        changes.add(new Change.Remove(eni.id()));
      } else {
        changes.add(new Change.Put(Lending.returned(eni).withAttachment(Optional.empty())));
      }
    }
    network.index().profiles(instance.id()).forEach(a -> changes.add(new Change.Remove(a)));
    Volumes.of(instance.withState(Instance.State.SHUTTING_DOWN, "")).stream()
        .filter(v -> !network.tags(v.id()).isEmpty())
        .forEach(v -> changes.add(new Change.Tag(v.id(), new TreeMap<>())));
    changes.add(
        new Change.Put(
            instance
                .withState(Instance.State.TERMINATED, instance.reason())
                .withKept(ENDED, now.toString())));
    return changes;
  }

  /** The changes that stop an instance: what was lent to it returns to the pool. */
  public static List<Change> stopped(Network network, Instance instance) {
    List<Change> changes = new ArrayList<>();
    for (NetworkInterface eni : attached(network, instance)) {
      NetworkInterface without = Lending.returned(eni);
      if (!without.equals(eni)) {
        changes.add(new Change.Put(without));
      }
    }
    changes.add(new Change.Put(instance.withState(Instance.State.STOPPED, instance.reason())));
    return changes;
  }

  /** Whether an instance is one that AWS doesn't tell of any more: an hour after its end. */
  static boolean forgotten(Instance instance, Instant now) {
    return Optional.ofNullable(instance.kept().get(ENDED))
        .map(Instant::parse)
        .filter(ended -> ended.plus(REMEMBERED).isBefore(now))
        .isPresent();
  }

  /** The changes that forget a scope's instances that ended long ago. */
  static List<Change> forget(Network network, Scope scope, Instant now) {
    return network
        .instances()
        .where(i -> i.scope().equals(scope) && forgotten(i, now))
        .<Change>map(i -> new Change.Remove(i.id()))
        .toList();
  }

  /** The interfaces of an instance. */
  static List<NetworkInterface> attached(Network network, Instance instance) {
    return network
        .index()
        .interfaces(instance.id())
        .map(network.interfaces()::require)
        .sorted(
            Comparator.comparingInt(
                e -> e.attachment().map(NetworkInterface.Attachment::device).orElse(0)))
        .toList();
  }
}
