package io.cloister.model.ip;

import java.util.Comparator;
import java.util.Optional;

/**
 * A block of addresses in CIDR notation, always with its host bits cleared.
 *
 * @param address the first address of the block
 * @param length the number of fixed bits: 0..32 or 0..128
 */
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {

  /** 0.0.0.0/0. */
  public static final Prefix ALL_IPV4 = new Prefix(new Ipv4Address(0), 0);

  /** ::/0. */
  public static final Prefix ALL_IPV6 = new Prefix(new Ipv6Address(0, 0), 0);

  private static final Comparator<Prefix> ORDER =
      Comparator.comparing(Prefix::address).thenComparingInt(Prefix::length);

  /** Clears the host bits, as AWS does (100.68.0.18/18 becomes 100.68.0.0/18). */
  public Prefix {
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("prefix length out of range: " + address + "/" + length);
    }
    address = address.masked(length);
  }

  /** The block that holds just this address. */
  public static Prefix host(IpAddress address) {
    return new Prefix(address, address.family().bits());
  }

  /** Reads {@code ADDRESS/LENGTH}; empty when the text is something else. */
  public static Optional<Prefix> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() - slash > 4) {
      return Optional.empty();
    }
    String digits = text.substring(slash + 1);
    if (digits.isEmpty()
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
        || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return Optional.empty();
    }
    int length = Integer.parseInt(digits);
    return IpAddress.parse(text.substring(0, slash))
        .filter(a -> length <= a.family().bits())
        .map(a -> new Prefix(a, length));
  }

  /**
   * Reads {@code ADDRESS/LENGTH}.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Prefix of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a CIDR: " + text));
  }

  /** The family of the addresses. */
  public Family family() {
    return address.family();
  }

  /** The last address of the block. */
  public IpAddress last() {
    return address.last(length);
  }

  /** Whether the address lies in this block; false for the other family. */
  public boolean contains(IpAddress other) {
    return other.family() == family() && other.masked(length).equals(address);
  }

  /** Whether all of the other block lies in this one. */
  public boolean contains(Prefix other) {
    return other.length >= length && contains(other.address);
  }

  /** Whether some address lies in both. */
  public boolean overlaps(Prefix other) {
    return contains(other) || other.contains(this);
  }

  /** The number of addresses; {@link Long#MAX_VALUE} where it is larger than that. */
  public long size() {
    int bits = family().bits() - length;
    return bits >= 63 ? Long.MAX_VALUE : 1L << bits;
  }

  @Override
  public int compareTo(Prefix other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
