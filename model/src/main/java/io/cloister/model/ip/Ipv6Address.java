package io.cloister.model.ip;

import java.util.Optional;

/**
 * An IPv6 address, without a zone. Written as RFC 5952 says.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Ipv6Address(long high, long low) implements IpAddress {

  /** Reads the notations of RFC 4291, with one {@code ::} and a dotted end. */
  public static Optional<Ipv6Address> parse(String text) {
    String plain = text;
    int dot = text.indexOf('.');
    if (dot >= 0) {
      int start = text.lastIndexOf(':') + 1;
      Optional<Ipv4Address> end = Ipv4Address.parse(text.substring(start));
      if (end.isEmpty() || start == 0) {
        return Optional.empty();
      }
      int bits = end.get().bits();
      plain =
          text.substring(0, start)
              + Integer.toHexString(bits >>> 16)
              + ":"
              + Integer.toHexString(bits & 0xffff);
    }
    int gap = plain.indexOf("::");
    if (gap < 0) {
      long[] all = groups(plain);
      return all.length == 8 ? Optional.of(join(all)) : Optional.empty();
    }
    long[] head = groups(plain.substring(0, gap));
    long[] tail = groups(plain.substring(gap + 2));
    if (head.length + tail.length > 7 || bad(head) || bad(tail)) {
      return Optional.empty();
    }
    long[] all = new long[8];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    return Optional.of(join(all));
  }

  private static final long[] BAD = {-1};

  private static boolean bad(long[] groups) {
    return groups.length == 1 && groups[0] < 0;
  }

  private static long[] groups(String text) {
    if (text.isEmpty()) {
      return new long[0];
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 8) {
      return BAD;
    }
    long[] groups = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (part.isEmpty() || part.length() > 4) {
        return BAD;
      }
      for (int at = 0; at < part.length(); at++) {
        int digit = part.charAt(at) < 128 ? Character.digit(part.charAt(at), 16) : -1;
        if (digit < 0) {
          return BAD;
        }
        groups[i] = groups[i] << 4 | digit;
      }
    }
    return groups;
  }

  private static Ipv6Address join(long[] g) {
    return new Ipv6Address(
        g[0] << 48 | g[1] << 32 | g[2] << 16 | g[3], g[4] << 48 | g[5] << 32 | g[6] << 16 | g[7]);
  }

  @Override
  public Family family() {
    return Family.IPV6;
  }

  @Override
  public Ipv6Address plus(long count) {
    long sum = low + count;
    boolean carry = count >= 0 ? Long.compareUnsigned(sum, low) < 0 : false;
    boolean borrow = count < 0 && Long.compareUnsigned(sum, low) > 0;
    return new Ipv6Address(high + (carry ? 1 : 0) - (borrow ? 1 : 0), sum);
  }

  @Override
  public Ipv6Address masked(int length) {
    return new Ipv6Address(
        high & mask(Math.min(length, 64)), length <= 64 ? 0 : low & mask(length - 64));
  }

  @Override
  public Ipv6Address last(int length) {
    return new Ipv6Address(
        high | ~mask(Math.min(length, 64)), length <= 64 ? -1 : low | ~mask(length - 64));
  }

  @Override
  public byte[] bytes() {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (high >>> (56 - 8 * i));
      bytes[i + 8] = (byte) (low >>> (56 - 8 * i));
    }
    return bytes;
  }

  private static long mask(int length) {
    return length == 0 ? 0 : -1L << (64 - length);
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (index % 4)) & 0xffff);
  }

  @Override
  public String toString() {
    int from = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group(end) == 0) {
        end++;
      }
      if (end - i > longest) {
        longest = end - i;
        from = i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == from) {
        text.append("::");
        i += longest - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }
}
