package io.cloister.dataplane.kernel.nft;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Ipv4Address;
import io.cloister.model.ip.Ipv6Address;
import java.nio.charset.StandardCharsets;

/**
 * A constant of one of nft's datatypes, as one unsigned number of at most 128 bits: tables hold
 * many thousands, so that they must be small and compare fast. A link's name is its sixteen bytes,
 * the first in the highest place.
 *
 * @param type the datatype
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Value(Type type, long high, long low) implements Comparable<Value> {

  /** Refuses what doesn't fit in the type's size. */
  public Value {
    boolean fits =
        switch (type.size()) {
          case 16 -> true;
          case 8 -> high == 0;
          default -> high == 0 && low >>> (8 * type.size()) == 0;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "does not fit in " + type + ": " + Long.toHexString(high) + Long.toHexString(low));
    }
  }

  /** An address of either family. */
  public static Value of(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> new Value(Type.IPV4_ADDR, 0, Integer.toUnsignedLong(v4.bits()));
      case Ipv6Address v6 -> new Value(Type.IPV6_ADDR, v6.high(), v6.low());
    };
  }

  /**
   * The name of a link.
   *
   * @throws IllegalArgumentException when it is empty or longer than 15 bytes
   */
  public static Value ifname(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length == 0 || bytes.length > 15) {
      throw new IllegalArgumentException("a link's name has 1 to 15 bytes: " + name);
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (i < 8) {
        high |= (bytes[i] & 0xffL) << (56 - 8 * i);
      } else {
        low |= (bytes[i] & 0xffL) << (120 - 8 * i);
      }
    }
    return new Value(Type.IFNAME, high, low);
  }

  /** A packet or connection mark of 32 bits. */
  public static Value mark(int mark) {
    return new Value(Type.MARK, 0, Integer.toUnsignedLong(mark));
  }

  /** A port, 0..65535. */
  public static Value port(int port) {
    return new Value(Type.INET_SERVICE, 0, port);
  }

  /** A protocol above IP, 0..255. */
  public static Value proto(int number) {
    return new Value(Type.INET_PROTO, 0, number);
  }

  /** A number of any type. */
  public static Value number(Type type, long number) {
    return new Value(type, 0, number);
  }

  /** All bits clear. */
  public static Value zero(Type type) {
    return new Value(type, 0, 0);
  }

  /** All bits set: the greatest value of the type. */
  public static Value max(Type type) {
    return type.size() == 16
        ? new Value(type, -1, -1)
        : new Value(type, 0, -1L >>> (64 - 8 * type.size()));
  }

  /** The next value; the greatest has none and wraps to zero. */
  public Value next() {
    if (equals(max(type))) {
      return zero(type);
    }
    return new Value(type, low == -1 ? high + 1 : high, low + 1);
  }

  @Override
  public int compareTo(Value other) {
    int kind = type.compareTo(other.type);
    if (kind != 0) {
      return kind;
    }
    int upper = Long.compareUnsigned(high, other.high);
    return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
  }

  /** As nft writes it. */
  @Override
  public String toString() {
    return ValueText.of(this);
  }
}
