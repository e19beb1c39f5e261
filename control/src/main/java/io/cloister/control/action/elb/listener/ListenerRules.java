package io.cloister.control.action.elb.listener;

import io.cloister.control.action.AwsException;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.LoadBalancer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AWS's rules for listeners. Source: the API reference's {@code CreateListener}. */
final class ListenerRules {
  private static final int PORTS = 65_535;

  private ListenerRules() {}

  /**
   * The protocol of a listener of a load balancer.
   *
   * @throws AwsException {@code UnsupportedProtocol}
   */
  static BalancerProtocol protocol(LoadBalancer balancer, @Nullable String text) {
    if (text == null) {
      throw new AwsException("ValidationError", "A listener protocol must be specified");
    }
    boolean application = balancer.kind() == LoadBalancer.Kind.APPLICATION;
    return Stream.of(BalancerProtocol.values())
        .filter(p -> p.name().equals(text) && p.isHttp() == application)
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "UnsupportedProtocol",
                "Listener protocol '%s' must be one of '%s'"
                    .formatted(text, application ? "HTTPS, HTTP" : "TCP, TLS, UDP, TCP_UDP")));
  }

  /** The port of a listener. */
  static int port(@Nullable Integer port) {
    if (port == null || port < 1 || port > PORTS) {
      throw new AwsException(
          "ValidationError", "Port '%s' must be between 1 and %d".formatted(port, PORTS));
    }
    return port;
  }

  /**
   * Refuses a second listener of a port: TCP and UDP of one port are one listener of TCP_UDP.
   *
   * @throws AwsException {@code DuplicateListener}
   */
  static void free(Stream<Listener> others, int port) {
    if (others.anyMatch(l -> l.port() == port)) {
      throw new AwsException(
          "DuplicateListener",
          "A listener already exists on port '%d' of this load balancer".formatted(port));
    }
  }

  /** The ALPN policy of a TLS listener. */
  static Optional<String> alpn(BalancerProtocol protocol, List<String> given) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (protocol != BalancerProtocol.TLS || given.size() > 1) {
      throw new AwsException(
          "ValidationError", "One ALPN policy can be given, and to TLS listeners only");
    }
    String policy = given.getFirst();
    if (!policy.matches("HTTP1Only|HTTP2Only|HTTP2Optional|HTTP2Preferred|None")) {
      throw new AwsException(
          "ALPNPolicyNotSupported",
          "ALPN policy '%s' must be one of HTTP1Only, HTTP2Only, HTTP2Optional, HTTP2Preferred and None"
              .formatted(policy));
    }
    return Optional.of(policy);
  }
}
