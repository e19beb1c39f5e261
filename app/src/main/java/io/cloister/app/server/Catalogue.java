package io.cloister.app.server;

import io.cloister.control.action.Action;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.Ec2Actions;
import io.cloister.control.action.ec2.Observations;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.elb.ElbActions;
import io.cloister.control.action.elb.balancer.BalancerObservations;
import io.cloister.control.action.elb.targets.Healths;
import io.cloister.control.action.endpoint.EndpointActions;
import io.cloister.control.action.flowlog.FlowLogActions;
import io.cloister.control.action.iam.IamActions;
import io.cloister.control.action.peering.PeeringActions;
import io.cloister.control.action.support.PublicPools;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.transit.TransitActions;
import io.cloister.control.action.vpc.Defaults;
import io.cloister.control.action.vpc.VpcActions;
import io.cloister.dataplane.DataPlane;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.vpc.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What this build of Cloister can decide: the one list of all actions. */
final class Catalogue {
  private Catalogue() {}

  /** One of each action. */
  static List<Action<?, ?>> actions(DataPlane dataPlane, Prefix publicPool) {
    PublicPools usual = PublicPools.USUAL;
    PublicPools pools =
        new PublicPools(publicPool, usual.internet(), usual.ipv6(), usual.internetIpv6());
    return Stream.of(
            VpcActions.all(pools),
            Ec2Actions.all(dataPlane::console, new PublicPool(publicPool)),
            PeeringActions.all(),
            EndpointActions.all(),
            IamActions.all(),
            TransitActions.all(),
            FlowLogActions.all(),
            ElbActions.all(Healths.NONE, new PublicPool(publicPool)))
        .<Action<?, ?>>flatMap(List::stream)
        .toList();
  }

  /** What follows from what the world reports. */
  static List<Change> decide(Network network, Observation observation, Draw draw) {
    return observation instanceof Observation.LoadBalancerReady ready
        ? BalancerObservations.ready(network, ready.id())
        : Observations.decide(network, observation, draw);
  }

  /** What a scope has before its first write: AWS's defaults, and the quotas of this server. */
  static List<Change> defaults(Scope scope, Map<Quota, Integer> quotas) {
    List<Change> changes = new ArrayList<>(Defaults.of(scope));
    quotas.forEach((quota, limit) -> changes.add(Quotas.change(scope, quota, limit)));
    return changes;
  }

  /** What gives the scopes that are there already the quotas of this server. */
  static List<Change> requota(Network network, Map<Quota, Integer> quotas) {
    List<Change> changes = new ArrayList<>();
    network
        .opened()
        .forEach((scope, _) ->
            quotas.forEach((quota, limit) -> {
              if (new Quotas(network, scope).limit(quota) != limit) {
                changes.add(Quotas.change(scope, quota, limit));
              }
            }));
    return changes;
  }
}
