package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds peering connections, which both sides see, each for its time (VPC peering guide). */
public final class Peerings {
  private static final Duration SHORT = Duration.ofHours(2);
  private static final Duration LONG = Duration.ofDays(2);

  private Peerings() {}

  /**
   * The connection with this id, as it is now.
   *
   * @throws AwsException {@code InvalidVpcPeeringConnectionId.Malformed}, {@code
   *     InvalidVpcPeeringConnectionID.NotFound}, also for one that is no longer shown
   */
  public static PeeringConnection get(
      Network network, Caller caller, @Nullable String text, Instant now) {
    return network
        .peerings()
        .get(Lookups.PEERING.id(text))
        .map(p -> p.at(now))
        .filter(p -> visible(p, caller.scope(), now))
        .orElseThrow(() -> missing(text));
  }

  /** The connections with these ids, or all that the caller sees when there are no ids. */
  public static List<PeeringConnection> list(
      Network network, Caller caller, List<String> ids, Instant now) {
    if (!ids.isEmpty()) {
      return ids.stream().distinct().map(id -> get(network, caller, id, now)).toList();
    }
    return network
        .peerings()
        .values()
        .map(p -> p.at(now))
        .filter(p -> visible(p, caller.scope(), now))
        .toList();
  }

  /** The error for an id that isn't there. */
  public static AwsException missing(@Nullable String text) {
    return new AwsException(
        "InvalidVpcPeeringConnectionID.NotFound",
        "The vpcPeeringConnection ID '%s' does not exist".formatted(text));
  }

  /** Whether nobody sees it any more. */
  public static boolean gone(PeeringConnection peering, Instant now) {
    PeeringConnection at = peering.at(now);
    return !visible(at, at.requester().scope(), now) && !visible(at, at.accepter().scope(), now);
  }

  /**
   * Whether a scope sees it. Whoever didn't end it sees the end for two days on AWS; here two hours
   * as the other side does.
   */
  private static boolean visible(PeeringConnection peering, Scope scope, Instant now) {
    boolean requester = scope.equals(peering.requester().scope());
    boolean accepter = scope.equals(peering.accepter().scope());
    boolean foreign = !peering.requester().scope().account().equals(scope.account());
    return switch (peering.status()) {
      case INITIATING_REQUEST, PENDING_ACCEPTANCE, PROVISIONING, ACTIVE -> requester || accepter;
      case FAILED -> requester && within(peering, SHORT, now);
      case EXPIRED -> (requester || accepter) && within(peering, LONG, now);
      case DELETED -> (requester || accepter) && within(peering, SHORT, now);
      case REJECTED ->
          (requester && within(peering, sameAccount(peering) ? SHORT : LONG, now))
              || (accepter && within(peering, foreign ? SHORT : LONG, now));
    };
  }

  private static boolean sameAccount(PeeringConnection peering) {
    return peering.requester().scope().account().equals(peering.accepter().scope().account());
  }

  private static boolean within(PeeringConnection peering, Duration time, Instant now) {
    return now.isBefore(peering.since().plus(time));
  }

  /** The connections of a VPC that are active or wait for a word, as they are now. */
  public static Stream<PeeringConnection> live(Network network, VpcId vpc, Instant now) {
    return network
        .index()
        .peerings(vpc)
        .map(network.peerings()::require)
        .map(p -> p.at(now))
        .filter(Peerings::live);
  }

  private static boolean live(PeeringConnection peering) {
    return switch (peering.status()) {
      case INITIATING_REQUEST, PENDING_ACCEPTANCE, PROVISIONING, ACTIVE -> true;
      case DELETED, REJECTED, FAILED, EXPIRED -> false;
    };
  }

  /** The active connection between two VPCs, if there is one. */
  public static Optional<PeeringConnection> between(Network network, VpcId one, VpcId other) {
    return network
        .index()
        .peerings(one)
        .map(network.peerings()::require)
        .filter(p -> p.active() && p.beyond(one).filter(s -> s.vpc().equals(other)).isPresent())
        .findFirst();
  }
}
