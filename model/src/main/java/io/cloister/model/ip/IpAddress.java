package io.cloister.model.ip;

import java.util.Optional;

/** An address of either family. IPv4 sorts before IPv6, each in numerical order. */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {

  /** The family. */
  Family family();

  /** The address {@code count} after this one; wraps at the end of the family's range. */
  IpAddress plus(long count);

  /** This address with all bits after the first {@code length} cleared. */
  IpAddress masked(int length);

  /** The last address of the prefix of {@code length} bits that this address lies in. */
  IpAddress last(int length);

  /** The bytes in network order: 4 or 16. */
  byte[] bytes();

  /** Reads either notation; empty when the text is no address. Never looks up a name. */
  static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0
        ? Ipv6Address.parse(text).map(a -> a)
        : Ipv4Address.parse(text).map(a -> a);
  }

  /**
   * Reads either notation.
   *
   * @throws IllegalArgumentException when the text is no address
   */
  static IpAddress of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
  }

  @Override
  default int compareTo(IpAddress other) {
    return switch (this) {
      case Ipv4Address a ->
          switch (other) {
            case Ipv4Address b -> Integer.compareUnsigned(a.bits(), b.bits());
            case Ipv6Address _ -> -1;
          };
      case Ipv6Address a ->
          switch (other) {
            case Ipv4Address _ -> 1;
            case Ipv6Address b -> {
              int high = Long.compareUnsigned(a.high(), b.high());
              yield high != 0 ? high : Long.compareUnsigned(a.low(), b.low());
            }
          };
    };
  }
}
