package io.cloister.control.action.elb.support;

import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.RuleAction;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.stream.Stream;

/** Who forwards to a target group: derived from listeners and rules, kept nowhere. */
public final class GroupUse {
  private GroupUse() {}

  /** The load balancers whose listeners or rules forward to it. */
  public static Stream<LoadBalancerArn> balancers(Network network, TargetGroupArn group) {
    return Stream.concat(
            network
                .listeners()
                .where(l -> forwards(l.defaultActions(), group))
                .map(Listener::loadBalancer),
            network
                .listenerRules()
                .where(r -> forwards(r.actions(), group))
                .map(ListenerRule::listener)
                .map(id -> network.listeners().require(id).loadBalancer()))
        .distinct()
        .sorted();
  }

  /** The target groups that a load balancer forwards to. */
  public static Stream<TargetGroupArn> groups(Network network, LoadBalancerArn balancer) {
    return ElbLookups.listeners(network, balancer)
        .flatMap(l ->
            Stream.concat(
                l.defaultActions().stream(),
                ElbLookups.rules(network, l.id()).flatMap(r -> r.actions().stream())))
        .flatMap(GroupUse::groups)
        .distinct();
  }

  /** The target groups of an action. */
  public static Stream<TargetGroupArn> groups(RuleAction action) {
    return switch (action) {
      case RuleAction.Forward forward -> forward.groups().stream().map(RuleAction.Weighted::group);
      case RuleAction.Redirect _, RuleAction.FixedResponse _ -> Stream.empty();
    };
  }

  private static boolean forwards(List<RuleAction> actions, TargetGroupArn group) {
    return actions.stream().flatMap(GroupUse::groups).anyMatch(group::equals);
  }
}
