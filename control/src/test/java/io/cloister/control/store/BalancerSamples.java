package io.cloister.control.store;

import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.HealthCheck;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.RuleAction;
import io.cloister.model.elb.RuleCondition;
import io.cloister.model.elb.RuleTransform;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.id.AllocationId;
import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each resource of load balancing, with every kind of condition, action and transform. */
final class BalancerSamples {
  private static final String N = "-0123456789abcdef0";
  private static final String ARN =
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:%s/0123456789abcdef";
  private static final LoadBalancerArn BALANCER =
      new LoadBalancerArn(ARN.formatted("loadbalancer/app/web"));
  private static final TargetGroupArn TARGETS = new TargetGroupArn(ARN.formatted("targetgroup/t"));
  private static final ListenerArn LISTENER =
      new ListenerArn(ARN.formatted("listener/app/web/0123456789abcdef"));
  private static final RuleAction FORWARD =
      new RuleAction.Forward(List.of(new RuleAction.Weighted(TARGETS, 7)), Optional.of(60));

  private BalancerSamples() {}

  static List<Change> changes() {
    return List.of(
        new Change.Put(balancer()),
        new Change.Put(targets()),
        new Change.Put(
            new Listener(
                LISTENER,
                Samples.SCOPE,
                BALANCER,
                BalancerProtocol.HTTPS,
                443,
                Optional.of("ELBSecurityPolicy-2016-08"),
                List.of("arn:aws:acm:us-east-1:123456789012:certificate/1"),
                Optional.empty(),
                List.of(new RuleAction.FixedResponse(404, "text/plain", "no")),
                Map.of("routing.http.response.server.enabled", "false"))),
        new Change.Put(rule()));
  }

  private static LoadBalancer balancer() {
    return new LoadBalancer(
        BALANCER,
        Samples.SCOPE,
        "web",
        LoadBalancer.Kind.APPLICATION,
        LoadBalancer.Scheme.INTERNET_FACING,
        new VpcId("vpc" + N),
        LoadBalancer.AddressType.DUALSTACK,
        List.of(
            new LoadBalancer.Node(
                "us-east-1a",
                new SubnetId("subnet" + N),
                new NetworkInterfaceId("eni" + N),
                Optional.of(new AllocationId("eipalloc" + N)))),
        List.of(new SecurityGroupId("sg" + N)),
        Map.of("idle_timeout.timeout_seconds", "30"),
        "web-1.us-east-1.elb.amazonaws.com",
        LoadBalancer.State.ACTIVE,
        Instant.parse("2026-01-02T03:04:05.678Z"));
  }

  private static TargetGroup targets() {
    return new TargetGroup(
        TARGETS,
        Samples.SCOPE,
        "t",
        TargetGroup.TargetType.INSTANCE,
        BalancerProtocol.HTTP,
        "HTTP1",
        8080,
        new VpcId("vpc" + N),
        Family.IPV4,
        new HealthCheck(
            true, BalancerProtocol.HTTP, Optional.of(81), "/ok", 30, 5, 5, 2, "200-299"),
        List.of(new TargetGroup.Target("i" + N, 8081, "")),
        Map.of("stickiness.enabled", "true"));
  }

  private static ListenerRule rule() {
    return new ListenerRule(
        new ListenerRuleArn(ARN.formatted("listener-rule/app/web/0123456789abcdef/1")),
        Samples.SCOPE,
        LISTENER,
        10,
        List.of(
            new RuleCondition.HostHeader(List.of("*.example.com"), List.of()),
            new RuleCondition.PathPattern(List.of(), List.of("^/api/[0-9]+$")),
            new RuleCondition.HttpHeader("X-Kind", List.of("a?"), List.of()),
            new RuleCondition.RequestMethod(List.of("GET")),
            new RuleCondition.QueryString(
                List.of(
                    new RuleCondition.Pair(Optional.of("k"), "v"),
                    new RuleCondition.Pair(Optional.empty(), "w"))),
            new RuleCondition.SourceIp(List.of(Prefix.of("10.0.0.0/8")))),
        List.of(
            FORWARD,
            new RuleAction.Redirect("HTTPS", "#{host}", "443", "/#{path}", "#{query}", 301)),
        List.of(
            new RuleTransform.HostHeaderRewrite("^(.*)$", "in.$1"),
            new RuleTransform.UrlRewrite("^/v1/(.*)$", "/$1")));
  }
}
