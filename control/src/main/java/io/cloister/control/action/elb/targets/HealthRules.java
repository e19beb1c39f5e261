package io.cloister.control.action.elb.targets;

import io.cloister.control.action.AwsException;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.HealthCheck;
import io.cloister.model.elb.TargetGroup;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;

/**
 * AWS's rules and defaults of health checks. Source: the API reference's {@code CreateTargetGroup},
 * and "Health checks" of both user guides.
 */
final class HealthRules {
  private static final Pattern CODES =
      Pattern.compile("\\d{1,3}(-\\d{1,3})?(,\\d{1,3}(-\\d{1,3})?)*");

  private HealthRules() {}

  /** The defaults of a new group. */
  static HealthCheck usual(GroupShape shape) {
    boolean http = shape.protocol().isHttp();
    boolean alb = shape.targets() == TargetGroup.TargetType.ALB;
    BalancerProtocol protocol = http || alb ? BalancerProtocol.HTTP : BalancerProtocol.TCP;
    return of(shape, protocol, http ? 5 : protocol == BalancerProtocol.HTTP ? 6 : 10);
  }

  private static HealthCheck of(GroupShape shape, BalancerProtocol protocol, int timeout) {
    return new HealthCheck(
        true,
        protocol,
        Optional.empty(),
        path(shape, protocol),
        30,
        timeout,
        5,
        2,
        codes(shape, protocol));
  }

  private static String path(GroupShape shape, BalancerProtocol protocol) {
    return !protocol.isHttp()
        ? ""
        : shape.version().equals(GroupShape.GRPC) ? "/AWS.ALB/healthcheck" : "/";
  }

  private static String codes(GroupShape shape, BalancerProtocol protocol) {
    return !protocol.isHttp()
        ? ""
        : shape.version().equals(GroupShape.GRPC)
            ? "12"
            : shape.protocol().isHttp() ? "200" : "200-399";
  }

  /**
   * A check with what is wished above what was.
   *
   * @throws AwsException {@code ValidationError} for a value out of its range or of another
   *     protocol
   */
  static HealthCheck with(GroupShape shape, HealthCheck before, HealthWish wish) {
    BalancerProtocol protocol = protocol(shape, before, wish.protocol());
    HealthCheck base =
        protocol.isHttp() == before.protocol().isHttp()
            ? before
            : of(shape, protocol, protocol.isHttp() ? 6 : 10);
    int interval = number("interval", wish.interval(), before.interval(), 5, 300);
    int timeout = number("timeout", wish.timeout(), base.timeout(), 2, 120);
    if (wish.timeout() == null && timeout >= interval) {
      timeout = Math.max(2, interval - 1);
    }
    if (timeout >= interval) {
      throw new AwsException(
          "ValidationError",
          "Health check timeout '%d' must be smaller than the interval '%d'"
              .formatted(timeout, interval));
    }
    boolean enabled = wish.enabled() == null ? before.enabled() : wish.enabled();
    if (!enabled) {
      throw new AwsException(
          "ValidationError",
          "Health check enabled must be true for groups with target type '%s'"
              .formatted(shape.targets().text()));
    }
    return new HealthCheck(
        true,
        protocol,
        port(before, wish.port()),
        path(protocol, base, wish.path()),
        interval,
        timeout,
        number("healthy threshold count", wish.healthy(), before.healthy(), 2, 10),
        number("unhealthy threshold count", wish.unhealthy(), before.unhealthy(), 2, 10),
        matcher(shape, protocol, base, wish.matcher()));
  }

  private static BalancerProtocol protocol(
      GroupShape shape, HealthCheck before, @Nullable String text) {
    if (text == null) {
      return before.protocol();
    }
    return switch (text) {
      case "HTTP" -> BalancerProtocol.HTTP;
      case "HTTPS" -> BalancerProtocol.HTTPS;
      case "TCP" -> {
        if (shape.protocol().isHttp() || shape.targets() == TargetGroup.TargetType.ALB) {
          throw new AwsException(
              "ValidationError",
              "Health check protocol 'TCP' is not supported for target groups with the protocol '%s' and the type '%s': use HTTP or HTTPS"
                  .formatted(shape.protocol(), shape.targets().text()));
        }
        yield BalancerProtocol.TCP;
      }
      default ->
          throw new AwsException(
              "ValidationError",
              "Health check protocol '%s' must be one of HTTP, HTTPS and TCP".formatted(text));
    };
  }

  private static Optional<Integer> port(HealthCheck before, @Nullable String text) {
    if (text == null) {
      return before.port();
    }
    if (text.equals("traffic-port")) {
      return Optional.empty();
    }
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new AwsException(
          "ValidationError",
          "Health check port '%s' must be 'traffic-port' or a number of 1 to 65535"
              .formatted(text));
    }
    return Optional.of(port);
  }

  private static String path(BalancerProtocol protocol, HealthCheck base, @Nullable String text) {
    if (text == null) {
      return base.path();
    }
    if (!protocol.isHttp()) {
      throw new AwsException(
          "ValidationError", "A health check path is for HTTP and HTTPS checks only");
    }
    if (!text.startsWith("/") || text.length() > 1024 || text.chars().anyMatch(c -> c <= ' ')) {
      throw new AwsException(
          "ValidationError",
          "Health check path '%s' must start with '/', and be of up to 1024 characters without spaces"
              .formatted(text));
    }
    return text;
  }

  private static String matcher(
      GroupShape shape, BalancerProtocol protocol, HealthCheck base, @Nullable Matcher given) {
    if (given == null || (given.httpCode() == null && given.grpcCode() == null)) {
      return base.matcher();
    }
    boolean grpc = shape.version().equals(GroupShape.GRPC);
    String codes = grpc ? given.grpcCode() : given.httpCode();
    if (codes == null || !protocol.isHttp()) {
      throw new AwsException(
          "ValidationError",
          "A matcher must name %s".formatted(grpc ? "gRPC codes" : "HTTP codes, of an HTTP check"));
    }
    int most = grpc ? 99 : 499 + (shape.protocol().isHttp() ? 0 : 100);
    if (!CODES.matcher(codes).matches() || !within(codes, grpc ? 0 : 200, most)) {
      throw new AwsException(
          "ValidationError",
          "Health check matcher '%s' must be codes of %d to %d, such as 200,202 or 200-299"
              .formatted(codes, grpc ? 0 : 200, most));
    }
    return codes;
  }

  private static boolean within(String codes, int least, int most) {
    for (String range : codes.split(",", -1)) {
      int before = least;
      for (String end : range.split("-", -1)) {
        int code = Integer.parseInt(end);
        if (code < before || code > most) {
          return false;
        }
        before = code;
      }
    }
    return true;
  }

  private static int number(
      String what, @Nullable Integer given, int otherwise, int least, int most) {
    if (given == null) {
      return otherwise;
    }
    if (given < least || given > most) {
      throw new AwsException(
          "ValidationError",
          "Health check %s '%d' must be between %d and %d".formatted(what, given, least, most));
    }
    return given;
  }
}
