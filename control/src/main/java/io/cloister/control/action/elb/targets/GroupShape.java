package io.cloister.control.action.elb.targets;

import io.cloister.control.action.AwsException;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.ip.Family;
import org.jspecify.annotations.Nullable;

/**
 * What a target group is for good, and can't be changed: its protocol, version, type of targets and
 * family.
 *
 * @param version empty for what isn't HTTP
 */
record GroupShape(
    TargetGroup.TargetType targets, BalancerProtocol protocol, String version, Family family) {
  static final String GRPC = "GRPC";

  /**
   * Reads it from a request's texts.
   *
   * @throws AwsException {@code UnsupportedOperation} for what isn't built; {@code ValidationError}
   *     for what AWS refuses
   */
  static GroupShape read(
      @Nullable String targetType,
      @Nullable String protocol,
      @Nullable String version,
      @Nullable String family) {
    TargetGroup.TargetType targets = targets(targetType == null ? "instance" : targetType);
    BalancerProtocol spoken = protocol(protocol);
    if (targets == TargetGroup.TargetType.ALB && spoken != BalancerProtocol.TCP) {
      throw new AwsException(
          "ValidationError", "Target groups of type 'alb' must use the protocol TCP");
    }
    return new GroupShape(targets, spoken, version(version, spoken), family(family, targets));
  }

  private static TargetGroup.TargetType targets(String text) {
    for (TargetGroup.TargetType type : TargetGroup.TargetType.values()) {
      if (type.text().equals(text)) {
        return type;
      }
    }
    throw new AwsException(
        "UnsupportedOperation",
        "Target groups of the type '%s' are not built: instance, ip and alb are".formatted(text));
  }

  private static BalancerProtocol protocol(@Nullable String text) {
    if (text == null) {
      throw new AwsException("ValidationError", "A protocol must be specified");
    }
    for (BalancerProtocol protocol : BalancerProtocol.values()) {
      if (protocol.name().equals(text)) {
        return protocol;
      }
    }
    throw new AwsException(
        "UnsupportedOperation",
        "Target groups of the protocol %s are not built: HTTP, HTTPS, TCP, TLS, UDP and TCP_UDP are"
            .formatted(text));
  }

  private static String version(@Nullable String text, BalancerProtocol protocol) {
    if (!protocol.isHttp()) {
      if (text != null) {
        throw new AwsException(
            "ValidationError",
            "A protocol version is for HTTP and HTTPS only, not for %s".formatted(protocol));
      }
      return "";
    }
    return switch (text == null ? "HTTP1" : text) {
      case "HTTP1" -> "HTTP1";
      case "HTTP2" -> "HTTP2";
      case GRPC -> GRPC;
      default ->
          throw new AwsException(
              "ValidationError",
              "Protocol version '%s' must be one of 'GRPC, HTTP1, HTTP2'".formatted(text));
    };
  }

  private static Family family(@Nullable String text, TargetGroup.TargetType targets) {
    if (text == null || text.equals("ipv4")) {
      return Family.IPV4;
    }
    if (targets == TargetGroup.TargetType.ALB) {
      throw new AwsException(
          "ValidationError", "Target groups of type 'alb' must be of the address type ipv4");
    }
    return Family.IPV6;
  }
}
