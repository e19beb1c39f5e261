package io.cloister.control.action.elb.support;

import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.TargetGroupArn;

/** Makes ARNs: each ends in 16 hexadecimal digits of its own. */
public final class ElbArns {
  private ElbArns() {}

  /** A fresh end of an ARN. */
  public static String fresh(Draw draw) {
    return draw.id("x").substring(3);
  }

  /** A load balancer's. */
  public static LoadBalancerArn balancer(
      Caller caller, LoadBalancer.Kind kind, String name, String end) {
    return new LoadBalancerArn(
        start(caller) + LoadBalancerArn.RESOURCE + kind.inArn() + "/" + name + "/" + end);
  }

  /** A target group's. */
  public static TargetGroupArn targetGroup(Caller caller, String name, Draw draw) {
    return new TargetGroupArn(start(caller) + TargetGroupArn.RESOURCE + name + "/" + fresh(draw));
  }

  /** A listener's: its balancer's with an end more. */
  public static ListenerArn listener(LoadBalancerArn balancer, Draw draw) {
    return new ListenerArn(
        balancer.value().replace(":" + LoadBalancerArn.RESOURCE, ":" + ListenerArn.RESOURCE)
            + "/"
            + fresh(draw));
  }

  /** A rule's: its listener's with an end more. */
  public static ListenerRuleArn rule(ListenerArn listener, String end) {
    return new ListenerRuleArn(
        listener.value().replace(":" + ListenerArn.RESOURCE, ":" + ListenerRuleArn.RESOURCE)
            + "/"
            + end);
  }

  /** The default rule's: it has no resource of its own, and its end follows from the listener's. */
  public static ListenerRuleArn defaultRule(Listener listener) {
    String arn = listener.id().value();
    String end = arn.substring(arn.lastIndexOf('/') + 1);
    return rule(listener.id(), new StringBuilder(end).reverse().toString());
  }

  private static String start(Caller caller) {
    return "arn:%s:elasticloadbalancing:%s:%s:"
        .formatted(caller.partition(), caller.region(), caller.account());
  }
}
