package io.cloister.dataplane.linux.flow;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import java.util.Collection;

/**
 * A connection that the kernel tracks in a namespace.
 *
 * @param protocol above IP
 * @param original its first packet, before translation
 * @param reply the packets that are expected back; without translation the mirror of the first
 * @param mark the connection's mark
 * @param seconds until it is forgotten when nothing more comes
 */
public record Connection(IpProtocol protocol, Way original, Way reply, int mark, int seconds) {

  /**
   * Where packets of one direction come from and go to.
   *
   * @param sourcePort 0 where the protocol has no ports
   * @param destinationPort 0 where the protocol has no ports
   */
  public record Way(IpAddress source, IpAddress destination, int sourcePort, int destinationPort) {
    boolean names(Collection<IpAddress> addresses) {
      return addresses.contains(source) || addresses.contains(destination);
    }
  }

  /** Whether one of these addresses is an end of it, before or after translation. */
  public boolean names(Collection<IpAddress> addresses) {
    return original.names(addresses) || reply.names(addresses);
  }
}
