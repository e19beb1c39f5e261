package io.cloister.model.ip;

import java.util.Optional;

/**
 * An IPv4 address.
 *
 * @param bits the 32 bits, the first octet in the highest
 */
public record Ipv4Address(int bits) implements IpAddress {

  /** Reads four decimal octets, without leading zeros (which some programs take for octal). */
  public static Optional<Ipv4Address> parse(String text) {
    int bits = 0;
    int octet = -1;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (octet == 0) {
          return Optional.empty();
        }
        octet = Math.max(octet, 0) * 10 + (c - '0');
        if (octet > 255) {
          return Optional.empty();
        }
      } else if (c == '.' && octet >= 0 && dots < 3) {
        bits = bits << 8 | octet;
        octet = -1;
        dots++;
      } else {
        return Optional.empty();
      }
    }
    return dots == 3 && octet >= 0
        ? Optional.of(new Ipv4Address(bits << 8 | octet))
        : Optional.empty();
  }

  @Override
  public Family family() {
    return Family.IPV4;
  }

  @Override
  public Ipv4Address plus(long count) {
    return new Ipv4Address((int) (bits + count));
  }

  @Override
  public Ipv4Address masked(int length) {
    return new Ipv4Address(bits & mask(length));
  }

  @Override
  public Ipv4Address last(int length) {
    return new Ipv4Address(bits | ~mask(length));
  }

  @Override
  public byte[] bytes() {
    return new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }
}
