package io.cloister.control.action.elb.support;

import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;

/**
 * The attributes of load balancers, target groups and listeners. Source: the API reference's {@code
 * LoadBalancerAttribute}, {@code TargetGroupAttribute} and {@code ListenerAttribute}.
 */
public final class ElbAttributes {
  private static final int WEEK = 604_800;

  private static final AttributeTable APPLICATION =
      logs(AttributeTable.table(), "access_logs", "connection_logs", "health_check_logs")
          .flag("deletion_protection.enabled", false)
          .flag("ipv6.deny_all_igw_traffic", false)
          .words("load_balancing.cross_zone.enabled", "true", "true")
          .number("idle_timeout.timeout_seconds", 60, 1, 4000)
          .number("client_keep_alive.seconds", 3600, 60, WEEK)
          .words(
              "routing.http.desync_mitigation_mode",
              "defensive",
              "monitor",
              "defensive",
              "strictest")
          .flag("routing.http.drop_invalid_header_fields.enabled", false)
          .flag("routing.http.preserve_host_header.enabled", false)
          .flag("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", false)
          .flag("routing.http.xff_client_port.enabled", false)
          .words(
              "routing.http.xff_header_processing.mode", "append", "append", "preserve", "remove")
          .flag("routing.http2.enabled", true)
          .flag("waf.fail_open.enabled", false)
          .flag("zonal_shift.config.enabled", false)
          .build();

  private static final AttributeTable NETWORK =
      logs(AttributeTable.table(), "access_logs")
          .flag("deletion_protection.enabled", false)
          .flag("ipv6.deny_all_igw_traffic", false)
          .flag("load_balancing.cross_zone.enabled", false)
          .words(
              "dns_record.client_routing_policy",
              "any_availability_zone",
              "availability_zone_affinity",
              "partial_availability_zone_affinity",
              "any_availability_zone")
          .number("secondary_ips.auto_assigned.per_subnet", 0, 0, 7)
          .flag("zonal_shift.config.enabled", false)
          .build();

  private static final AttributeTable HTTP_LISTENER =
      AttributeTable.table()
          .flag("routing.http.response.server.enabled", true)
          .text("routing.http.response.strict_transport_security.header_value", "", 1000)
          .text("routing.http.response.access_control_allow_origin.header_value", "", 1000)
          .text("routing.http.response.access_control_allow_methods.header_value", "", 1000)
          .text("routing.http.response.access_control_allow_headers.header_value", "", 1000)
          .text("routing.http.response.access_control_allow_credentials.header_value", "", 1000)
          .text("routing.http.response.access_control_expose_headers.header_value", "", 1000)
          .text("routing.http.response.access_control_max_age.header_value", "", 1000)
          .text("routing.http.response.content_security_policy.header_value", "", 1000)
          .text("routing.http.response.x_content_type_options.header_value", "", 1000)
          .text("routing.http.response.x_frame_options.header_value", "", 1000)
          .build();

  private static final AttributeTable TCP_LISTENER =
      AttributeTable.table().number("tcp.idle_timeout.seconds", 350, 60, 6000).build();

  private static final AttributeTable NO_LISTENER = AttributeTable.table().build();

  private ElbAttributes() {}

  /** Those of load balancers of a kind. */
  public static AttributeTable of(LoadBalancer.Kind kind) {
    return switch (kind) {
      case APPLICATION -> APPLICATION;
      case NETWORK -> NETWORK;
    };
  }

  /** Those of listeners of a protocol. */
  public static AttributeTable ofListener(BalancerProtocol protocol) {
    return switch (protocol) {
      case HTTP, HTTPS -> HTTP_LISTENER;
      case TCP -> TCP_LISTENER;
      case UDP, TCP_UDP, TLS -> NO_LISTENER;
    };
  }

  /**
   * Those of a target group: some defaults follow from its protocol and the type of its targets.
   */
  public static AttributeTable of(TargetGroup group) {
    return ofTargets(group.protocol(), group.targetType());
  }

  /** Those of target groups of a protocol and a type of targets. */
  public static AttributeTable ofTargets(
      BalancerProtocol protocol, TargetGroup.TargetType targets) {
    AttributeTable.Builder table =
        AttributeTable.table()
            .number("deregistration_delay.timeout_seconds", 300, 0, 3600)
            .flag("stickiness.enabled", false)
            .words(
                "load_balancing.cross_zone.enabled",
                "use_load_balancer_configuration",
                "true",
                "false",
                "use_load_balancer_configuration");
    for (String kind : new String[] {"dns_failover", "unhealthy_state_routing"}) {
      String start = "target_group_health." + kind + ".minimum_healthy_targets.";
      String off = kind.equals("dns_failover") ? "off" : "";
      table
          .number(start + "count", "1", 1, 1000, off)
          .number(start + "percentage", "off", 1, 100, "off");
    }
    return protocol.isHttp() ? http(table) : stream(table, protocol, targets);
  }

  private static AttributeTable http(AttributeTable.Builder table) {
    return table
        .words("stickiness.type", "lb_cookie", "lb_cookie", "app_cookie")
        .number("stickiness.lb_cookie.duration_seconds", 86_400, 1, WEEK)
        .number("stickiness.app_cookie.duration_seconds", 86_400, 1, WEEK)
        .text("stickiness.app_cookie.cookie_name", "", 256)
        .number("slow_start.duration_seconds", "0", 30, 900, "0")
        .words(
            "load_balancing.algorithm.type",
            "round_robin",
            "round_robin",
            "least_outstanding_requests",
            "weighted_random")
        .words("load_balancing.algorithm.anomaly_mitigation", "off", "on", "off")
        .build();
  }

  private static AttributeTable stream(
      AttributeTable.Builder table, BalancerProtocol protocol, TargetGroup.TargetType targets) {
    boolean datagrams = protocol == BalancerProtocol.UDP || protocol == BalancerProtocol.TCP_UDP;
    boolean preserved = datagrams || targets != TargetGroup.TargetType.IP;
    if (datagrams) {
      table.words("preserve_client_ip.enabled", "true", "true");
    } else {
      table.flag("preserve_client_ip.enabled", preserved);
    }
    return table
        .words("stickiness.type", "source_ip", "source_ip")
        .flag("deregistration_delay.connection_termination.enabled", datagrams)
        .flag("proxy_protocol_v2.enabled", false)
        .flag("target_health_state.unhealthy.connection_termination.enabled", true)
        .number("target_health_state.unhealthy.draining_interval_seconds", 0, 0, 360_000)
        .build();
  }

  private static AttributeTable.Builder logs(AttributeTable.Builder table, String... kinds) {
    for (String kind : kinds) {
      table
          .flag(kind + ".s3.enabled", false)
          .text(kind + ".s3.bucket", "", 63)
          .text(kind + ".s3.prefix", "", 255);
    }
    return table;
  }
}
