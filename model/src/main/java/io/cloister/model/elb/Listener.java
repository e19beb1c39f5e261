package io.cloister.model.elb;

import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A port on which a load balancer listens.
 *
 * @param port 1..65535
 * @param sslPolicy the name of AWS's policy; only where TLS ends
 * @param certificates ARNs, the default one first; only where TLS ends
 * @param alpn a Network Load Balancer's ALPN policy
 * @param defaultActions what is done when no rule matches; never empty
 * @param attributes those that were set, by AWS's keys
 */
public record Listener(
    ListenerArn id,
    Scope scope,
    LoadBalancerArn loadBalancer,
    BalancerProtocol protocol,
    int port,
    Optional<String> sslPolicy,
    List<String> certificates,
    Optional<String> alpn,
    List<RuleAction> defaultActions,
    Map<String, String> attributes)
    implements Resource {

  /** Refuses a listener that does nothing. */
  public Listener {
    certificates = List.copyOf(certificates);
    defaultActions = List.copyOf(defaultActions);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    if (defaultActions.isEmpty()) {
      throw new IllegalArgumentException("a listener without an action: " + id);
    }
  }

  /** With other attributes. */
  public Listener withAttributes(Map<String, String> other) {
    return new Listener(
        id,
        scope,
        loadBalancer,
        protocol,
        port,
        sslPolicy,
        certificates,
        alpn,
        defaultActions,
        other);
  }

  /** With other certificates, the default one first. */
  public Listener withCertificates(List<String> other) {
    return new Listener(
        id,
        scope,
        loadBalancer,
        protocol,
        port,
        sslPolicy,
        other,
        alpn,
        defaultActions,
        attributes);
  }
}
