package io.cloister.control.action.elb.support;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Resource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources of load balancing by their ARNs. A text of another form is {@code
 * ValidationError}, an ARN that isn't there (or is another account's or region's) the kind's own
 * code (API reference, "Errors" of each action).
 */
public final class ElbLookups {
  private ElbLookups() {}

  /** The caller's load balancer. */
  public static LoadBalancer balancer(Network network, Caller caller, @Nullable String arn) {
    return get(
        network.loadBalancers(),
        caller,
        arn,
        LoadBalancerArn::new,
        "load balancer",
        "LoadBalancer");
  }

  /** The ARN of a load balancer, whether there is one or not. */
  public static LoadBalancerArn balancerId(@Nullable String arn) {
    return id(arn, LoadBalancerArn::new, "load balancer");
  }

  /** The ARN of a target group, whether there is one or not. */
  public static TargetGroupArn targetGroupId(@Nullable String arn) {
    return id(arn, TargetGroupArn::new, "target group");
  }

  /** The caller's target group. */
  public static TargetGroup targetGroup(Network network, Caller caller, @Nullable String arn) {
    return get(
        network.targetGroups(), caller, arn, TargetGroupArn::new, "target group", "TargetGroup");
  }

  /** The caller's listener. */
  public static Listener listener(Network network, Caller caller, @Nullable String arn) {
    return get(network.listeners(), caller, arn, ListenerArn::new, "listener", "Listener");
  }

  /** The caller's rule; never a default one. */
  public static ListenerRule rule(Network network, Caller caller, @Nullable String arn) {
    return get(network.listenerRules(), caller, arn, ListenerRuleArn::new, "rule", "Rule");
  }

  /** The listeners of a load balancer. */
  public static Stream<Listener> listeners(Network network, LoadBalancerArn balancer) {
    return network.listeners().where(l -> l.loadBalancer().equals(balancer));
  }

  /** The rules of a listener, without the default one. */
  public static Stream<ListenerRule> rules(Network network, ListenerArn listener) {
    return network.listenerRules().where(r -> r.listener().equals(listener));
  }

  /** The error for something that isn't there. */
  public static AwsException notFound(String noun, String code, String id) {
    return new AwsException(
        code + "NotFound", "One or more %ss not found: '%s' does not exist".formatted(noun, id));
  }

  private static <I extends ResourceId, R extends Resource> R get(
      Table<I, R> table,
      Caller caller,
      @Nullable String arn,
      Function<String, I> type,
      String noun,
      String code) {
    I id = id(arn, type, noun);
    Optional<R> found = table.get(id).filter(r -> r.scope().equals(caller.scope()));
    return found.orElseThrow(() -> notFound(noun, code, id.value()));
  }

  private static <I extends ResourceId> I id(
      @Nullable String arn, Function<String, I> type, String noun) {
    if (arn == null) {
      throw new AwsException("ValidationError", "The ARN of the %s must be given".formatted(noun));
    }
    try {
      return type.apply(arn);
    } catch (IllegalArgumentException e) {
      throw new AwsException("ValidationError", "'%s' is not a valid %s ARN".formatted(arn, noun));
    }
  }
}
