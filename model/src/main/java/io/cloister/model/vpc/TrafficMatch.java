package io.cloister.model.vpc;

import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;

/** Which packets a rule of a group or an ACL is for, but for their addresses. */
public sealed interface TrafficMatch {

  /** The protocol; {@link IpProtocol#ALL} for every one. */
  IpProtocol protocol();

  /** Every packet of every protocol. */
  record Everything() implements TrafficMatch {
    @Override
    public IpProtocol protocol() {
      return IpProtocol.ALL;
    }
  }

  /** TCP or UDP to these destination ports. */
  record Ports(IpProtocol protocol, PortRange ports) implements TrafficMatch {
    /** Refuses protocols without ports. */
    public Ports {
      if (!protocol.hasPorts()) {
        throw new IllegalArgumentException("a protocol without ports: " + protocol);
      }
    }
  }

  /**
   * ICMP or ICMPv6.
   *
   * @param type 0..255, or -1 for every type
   * @param code 0..255, or -1 for every code
   */
  record Icmp(IpProtocol protocol, int type, int code) implements TrafficMatch {
    /** Refuses other protocols and numbers out of range. */
    public Icmp {
      if (!protocol.isIcmp() || type < -1 || type > 255 || code < -1 || code > 255) {
        throw new IllegalArgumentException(
            "not an ICMP match: " + protocol + " " + type + "/" + code);
      }
    }
  }

  /** Every packet of one protocol that has neither ports nor types. */
  record Other(IpProtocol protocol) implements TrafficMatch {}
}
