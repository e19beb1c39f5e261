package io.cloister.matrix;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Packets as bytes. */
final class Packet {
  private Packet() {}

  /** An ICMP message with an identifier; the kernel fills in the checksum of ICMPv6. */
  static byte[] icmp(int type, int code, int id, int size) {
    ByteBuffer message = ByteBuffer.allocate(8 + size);
    message.put(0, (byte) type).put(1, (byte) code).putShort(4, (short) id);
    message.putShort(2, checksum(message.array()));
    return message.array();
  }

  /** An IPv4 datagram of UDP, header and all. */
  static byte[] udp(InetAddress from, int fromPort, InetAddress to, int toPort, byte[] body) {
    ByteBuffer packet = ByteBuffer.allocate(28 + body.length);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
    packet.putInt(0).put((byte) 64).put((byte) 17).putShort((short) 0);
    packet.put(from.getAddress()).put(to.getAddress());
    // A checksum of zero says that there is none.
    packet.putShort((short) fromPort).putShort((short) toPort);
    packet.putShort((short) (8 + body.length)).putShort((short) 0).put(body);
    return packet.array();
  }

  /** The internet checksum (RFC 1071) of an even number of bytes. */
  private static short checksum(byte[] bytes) {
    int sum = 0;
    ByteBuffer words = ByteBuffer.wrap(bytes);
    while (words.remaining() >= 2) {
      sum += words.getShort() & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    return (short) ~(sum + (sum >>> 16));
  }
}
