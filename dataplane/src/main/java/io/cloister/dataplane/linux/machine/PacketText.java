package io.cloister.dataplane.linux.machine;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.Ipv4Address;
import io.cloister.model.ip.Ipv6Address;
import java.nio.ByteBuffer;

/** A packet in a line, such as {@code tcp 10.0.0.4:34567 > 10.0.1.9:80}. */
final class PacketText {
  private PacketText() {}

  /**
   * Reads headers.
   *
   * @param packet from the IP header on, possibly cut off
   */
  static String of(ByteBuffer packet) {
    int length = packet.limit();
    int version = length == 0 ? 0 : packet.get(0) >> 4 & 15;
    if (version == 4 && length >= 20) {
      int header = (packet.get(0) & 15) * 4;
      boolean first = (packet.getShort(6) & 0x1fff) == 0;
      return text(
          packet,
          packet.get(9) & 255,
          new Ipv4Address(packet.getInt(12)),
          new Ipv4Address(packet.getInt(16)),
          first ? header : length);
    }
    if (version == 6 && length >= 40) {
      return text(
          packet,
          packet.get(6) & 255,
          new Ipv6Address(packet.getLong(8), packet.getLong(16)),
          new Ipv6Address(packet.getLong(24), packet.getLong(32)),
          40);
    }
    return "not an IP packet, %d bytes".formatted(length);
  }

  private static String text(
      ByteBuffer packet, int number, IpAddress from, IpAddress to, int transport) {
    IpProtocol protocol = new IpProtocol(number);
    boolean readable = packet.limit() >= transport + 4;
    if (protocol.hasPorts() && readable) {
      return "%s %s > %s"
          .formatted(
              protocol,
              withPort(from, packet.getShort(transport)),
              withPort(to, packet.getShort(transport + 2)));
    }
    if (protocol.isIcmp() && readable) {
      int type = packet.get(transport) & 255;
      // Queries have an identifier where ports would be; errors quote a packet instead.
      boolean query =
          number == 1 ? type == 0 || (type >= 8 && type != 11 && type != 12) : type >= 128;
      return "%s %s > %s type %d code %d%s"
          .formatted(
              protocol,
              from,
              to,
              type,
              packet.get(transport + 1) & 255,
              query && packet.limit() >= transport + 6
                  ? " id " + Short.toUnsignedInt(packet.getShort(transport + 4))
                  : "");
    }
    return "%s %s > %s".formatted(protocol, from, to);
  }

  private static String withPort(IpAddress address, short port) {
    int number = Short.toUnsignedInt(port);
    return address instanceof Ipv6Address ? "[" + address + "]:" + number : address + ":" + number;
  }
}
