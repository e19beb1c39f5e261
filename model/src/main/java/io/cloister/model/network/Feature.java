package io.cloister.model.network;

/**
 * What a data plane may or may not carry. An action whose answer would be untrue without one asks
 * for it, so a server that carries packets never answers as if they took a way that is not built.
 */
public enum Feature {
  /** Routes over VPC peering connections. */
  PEERING("VPC peering connections"),
  /** Routes through gateway endpoints. */
  GATEWAY_ENDPOINTS("gateway endpoints"),
  /** Interfaces of endpoints, with the service behind. */
  INTERFACE_ENDPOINTS("interface endpoints"),
  /** Routes over transit gateways. */
  TRANSIT_GATEWAYS("transit gateways"),
  /** Application and Network Load Balancers. */
  LOAD_BALANCERS("load balancers"),
  /** Lines of flow logs. */
  FLOW_LOGS("flow logs");

  private final String what;

  Feature(String what) {
    this.what = what;
  }

  /** What it is, for people: a plural. */
  public String what() {
    return what;
  }
}
