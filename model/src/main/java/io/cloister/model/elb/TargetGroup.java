package io.cloister.model.elb;

import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Family;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A target group: where requests go, and how health is checked. Which targets are healthy is not
 * kept here: it is observed.
 *
 * @param name 1 to 32 letters, digits and hyphens; unique among a region's target groups
 * @param protocolVersion {@code HTTP1}, {@code HTTP2} or {@code GRPC}; empty for what isn't HTTP
 * @param port of targets that are registered without one, 1..65535
 * @param targets in the order in which they were registered
 * @param attributes those that were set, by AWS's keys such as {@code stickiness.enabled}
 */
public record TargetGroup(
    TargetGroupArn id,
    Scope scope,
    String name,
    TargetType targetType,
    BalancerProtocol protocol,
    String protocolVersion,
    int port,
    VpcId vpc,
    Family family,
    HealthCheck health,
    List<Target> targets,
    Map<String, String> attributes)
    implements Resource {

  /** What its targets are. */
  public enum TargetType {
    /** Instances, by their primary private address. */
    INSTANCE("instance"),
    /** Addresses. */
    IP("ip"),
    /** An Application Load Balancer, behind a Network Load Balancer. */
    ALB("alb");

    private final String text;

    TargetType(String text) {
      this.text = text;
    }

    /** AWS's name. */
    public String text() {
      return text;
    }
  }

  /**
   * A target.
   *
   * @param id an instance's id, an address, or a load balancer's ARN
   * @param port 1..65535
   * @param zone where an address outside the VPC counts as: a zone's name or {@code all}; empty for
   *     targets whose zone is known
   */
  public record Target(String id, int port, String zone) {}

  /** Copies. */
  public TargetGroup {
    targets = List.copyOf(targets);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** With other targets. */
  public TargetGroup withTargets(List<Target> other) {
    return copy(health, other, attributes);
  }

  /** With another health check. */
  public TargetGroup withHealth(HealthCheck other) {
    return copy(other, targets, attributes);
  }

  /** With other attributes. */
  public TargetGroup withAttributes(Map<String, String> other) {
    return copy(health, targets, other);
  }

  private TargetGroup copy(HealthCheck check, List<Target> to, Map<String, String> set) {
    return new TargetGroup(
        id, scope, name, targetType, protocol, protocolVersion, port, vpc, family, check, to, set);
  }
}
