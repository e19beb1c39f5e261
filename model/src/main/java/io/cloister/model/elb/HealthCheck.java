package io.cloister.model.elb;

import java.util.Optional;

/**
 * How targets are checked.
 *
 * @param port a number, or empty for the port of the traffic
 * @param path of an HTTP check, or the method of a gRPC one; empty for TCP
 * @param interval seconds, 5..300
 * @param timeout seconds, 2..120
 * @param healthy successes in a row that make it healthy, 2..10
 * @param unhealthy failures in a row that make it unhealthy, 2..10
 * @param matcher the codes of success, such as {@code 200-299,301}; empty for TCP
 */
public record HealthCheck(
    boolean enabled,
    BalancerProtocol protocol,
    Optional<Integer> port,
    String path,
    int interval,
    int timeout,
    int healthy,
    int unhealthy,
    String matcher) {}
