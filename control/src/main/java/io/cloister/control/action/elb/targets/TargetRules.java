package io.cloister.control.action.elb.targets;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** What may be a target. Source: the API reference's {@code RegisterTargets} and its guides. */
final class TargetRules {
  /** Where targets outside the VPC may be: networks that are connected to it. */
  private static final List<Prefix> ELSEWHERE =
      Stream.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16")
          .map(Prefix::of)
          .toList();

  private TargetRules() {}

  /** Whether two are one target: the zone says only where it counts. */
  static boolean same(TargetGroup.Target a, TargetGroup.Target b) {
    return a.id().equals(b.id()) && a.port() == b.port();
  }

  /** A port in its range. */
  static int port(int port) {
    if (port < 1 || port > 65_535) {
      throw new AwsException(
          "ValidationError", "Port '%d' must be between 1 and 65535".formatted(port));
    }
    return port;
  }

  /**
   * A target that the group may have.
   *
   * @throws AwsException {@code InvalidTarget}, or {@code ValidationError} for another kind of id
   */
  static TargetGroup.Target checked(
      Network network, Caller caller, TargetGroup group, TargetDescription given) {
    int port = given.port() == null ? group.port() : port(given.port());
    String zone = given.availabilityZone() == null ? "" : given.availabilityZone();
    return switch (group.targetType()) {
      case INSTANCE -> {
        none(zone, group);
        instance(network, caller, group, given.id());
        yield new TargetGroup.Target(given.id(), port, "");
      }
      case IP ->
          new TargetGroup.Target(address(network, group, given.id(), zone).toString(), port, zone);
      case ALB -> {
        none(zone, group);
        balancer(network, caller, group, given.id(), port);
        yield new TargetGroup.Target(given.id(), port, "");
      }
    };
  }

  private static void none(String zone, TargetGroup group) {
    if (!zone.isEmpty()) {
      throw new AwsException(
          "ValidationError",
          "An Availability Zone cannot be given for targets of the type '%s'"
              .formatted(group.targetType().text()));
    }
  }

  private static void instance(Network network, Caller caller, TargetGroup group, String id) {
    Optional<Instance> there =
        network
            .instances()
            .where(i -> i.id().value().equals(id) && i.scope().equals(caller.scope()))
            .findFirst();
    Instance instance =
        there.orElseThrow(() -> invalid("The following targets do not exist: %s".formatted(id)));
    if (!instance.vpc().equals(group.vpc())) {
      throw invalid(
          "The following targets are not in the target group VPC '%s': %s"
              .formatted(group.vpc(), id));
    }
    if (instance.state() != Instance.State.RUNNING) {
      throw invalid(
          "The following targets are not in a running state and cannot be registered: %s"
              .formatted(id));
    }
  }

  private static IpAddress address(Network network, TargetGroup group, String text, String zone) {
    IpAddress address =
        IpAddress.parse(text)
            .filter(a -> a.family() == group.family())
            .orElseThrow(() ->
                new AwsException(
                    "ValidationError",
                    "The IP address '%s' is not a valid %s address"
                        .formatted(text, group.family())));
    Vpc vpc = network.vpcs().require(group.vpc());
    boolean inside =
        Stream.concat(vpc.ipv4().stream(), vpc.ipv6().stream())
            .anyMatch(b -> b.cidr().contains(address));
    if (!inside && ELSEWHERE.stream().noneMatch(p -> p.contains(address))) {
      throw new AwsException(
          "ValidationError",
          "The IP address '%s' is not within '%s': it must be of the VPC, or of 10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12 or 192.168.0.0/16"
              .formatted(text, vpc.id()));
    }
    if (!inside && zone.isEmpty()) {
      throw new AwsException(
          "ValidationError",
          "You must specify an Availability Zone, or 'all', for the IP address '%s' outside the VPC"
              .formatted(text));
    }
    return address;
  }

  private static void balancer(
      Network network, Caller caller, TargetGroup group, String arn, int port) {
    LoadBalancer target = ElbLookups.balancer(network, caller, arn);
    if (target.kind() != LoadBalancer.Kind.APPLICATION || !target.vpc().equals(group.vpc())) {
      throw invalid(
          "Only an Application Load Balancer of %s can be a target: %s"
              .formatted(group.vpc(), arn));
    }
    if (ElbLookups.listeners(network, target.id()).noneMatch(l -> l.port() == port)) {
      throw invalid("%s has no listener on port %s: create it first".formatted(arn, port));
    }
  }

  private static AwsException invalid(String text) {
    return new AwsException("InvalidTarget", text);
  }
}
