package io.cloister.advice.lint;

import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.TrafficMatch;
import java.util.stream.Stream;

/** ACLs that forget that they keep no state. */
final class Acls {
  /** In the ranges that Linux (32768-60999) and Windows (49152-65535) take their ports from. */
  private static final PortRange EPHEMERAL = new PortRange(49152, 60999);

  private Acls() {}

  static Stream<Finding> of(Network network) {
    return network
        .networkAcls()
        .values()
        .filter(Acls::deaf)
        .map(a ->
            new Finding(
                Rule.RT_13,
                a.id(),
                "%s lets TCP out to 0.0.0.0/0 and none of the ports %s in: no answer comes back"
                    .formatted(a.id(), EPHEMERAL)));
  }

  private static boolean deaf(NetworkAcl acl) {
    return !acl.associations().isEmpty()
        && allows(acl, Direction.EGRESS)
            .anyMatch(e -> e.cidr().equals(Prefix.ALL_IPV4) && tcp(e.match()))
        && allows(acl, Direction.INGRESS).noneMatch(e -> answers(e.match()));
  }

  private static Stream<NetworkAcl.Entry> allows(NetworkAcl acl, Direction direction) {
    return acl.entries().stream().filter(e -> e.allow() && e.direction() == direction);
  }

  private static boolean tcp(TrafficMatch match) {
    return match.protocol().equals(IpProtocol.ALL) || match.protocol().equals(IpProtocol.TCP);
  }

  private static boolean answers(TrafficMatch match) {
    return tcp(match)
        && (!(match instanceof TrafficMatch.Ports p)
            || (p.ports().from() <= EPHEMERAL.to() && p.ports().to() >= EPHEMERAL.from()));
  }
}
