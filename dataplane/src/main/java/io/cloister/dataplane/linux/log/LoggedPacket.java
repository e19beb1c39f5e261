package io.cloister.dataplane.linux.log;

import io.cloister.dataplane.kernel.NamespaceName;
import java.nio.ByteBuffer;

/**
 * A packet that met a rule with a log statement.
 *
 * @param namespace where
 * @param group of the log statement
 * @param prefix of the log statement
 * @param in the name of the link that it came by; empty when there is none
 * @param out the name of the link that it was to leave by; empty when that isn't decided
 * @param mark the packet's mark at the rule
 * @param packet its first bytes, from the IP header on, as many as the log statement copies; read
 *     only
 */
public record LoggedPacket(
    NamespaceName namespace,
    int group,
    String prefix,
    String in,
    String out,
    int mark,
    ByteBuffer packet) {

  /** Makes the bytes unmodifiable; they are given away. */
  public LoggedPacket {
    packet = packet.asReadOnlyBuffer();
  }
}
