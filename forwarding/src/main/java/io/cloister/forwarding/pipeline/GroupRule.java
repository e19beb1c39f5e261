package io.cloister.forwarding.pipeline;

import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.TrafficMatch;

/**
 * A rule of a group, as far as one direction and one family are concerned. It allows.
 *
 * @param cause the rule
 * @param match which packets, but for the other side
 * @param peer who the other side is: addresses of the family, or the ports that carry a group
 */
public record GroupRule(Cause.OfRule cause, TrafficMatch match, RulePeer peer) {

  /** Whether it allows every address of a family. */
  public boolean anyAddress(Family family) {
    return peer instanceof RulePeer.Cidr(Prefix prefix) && prefix.equals(family.everything());
  }

  /** Whether it matches every packet of a protocol that has ports. */
  public boolean allPorts(IpProtocol protocol) {
    return switch (match) {
      case TrafficMatch.Everything _ -> true;
      case TrafficMatch.Ports(IpProtocol of, PortRange ports) ->
          of.equals(protocol) && ports.isAll();
      case TrafficMatch.Icmp _, TrafficMatch.Other _ -> false;
    };
  }
}
