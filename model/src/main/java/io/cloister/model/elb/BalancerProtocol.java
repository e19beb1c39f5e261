package io.cloister.model.elb;

/** The protocols of listeners and target groups. */
public enum BalancerProtocol {
  HTTP,
  HTTPS,
  TCP,
  UDP,
  TCP_UDP,
  TLS;

  /** Whether an Application Load Balancer speaks it; the others are a Network Load Balancer's. */
  public boolean isHttp() {
    return this == HTTP || this == HTTPS;
  }

  /** Whether TLS is spoken. */
  public boolean isSecure() {
    return this == HTTPS || this == TLS;
  }
}
