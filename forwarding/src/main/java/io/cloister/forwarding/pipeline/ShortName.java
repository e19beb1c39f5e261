package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.ResourceId;
import java.util.Optional;

/**
 * Names of at most 15 characters, which is what a kernel's link may have. Ids have up to 17
 * hexadecimal digits, so they are written to the base 32: no two ids share a name, and a name leads
 * back to its id.
 */
public final class ShortName {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
  private static final int LENGTH = 14;

  /** Set in the names of ids of 8 digits: bit 68, above the 17 digits of the others. */
  private static final int OLD = 0x10;

  private ShortName() {}

  /** The name of an interface: an {@code e} and 14 characters. */
  public static String of(NetworkInterfaceId id) {
    return name('e', id, NetworkInterfaceId.PREFIX);
  }

  /** The name of an internet gateway: a {@code g} and 14 characters. */
  public static String of(InternetGatewayId id) {
    return name('g', id, InternetGatewayId.PREFIX);
  }

  /** The interface that has a name; empty when none can have it. */
  public static Optional<NetworkInterfaceId> interfaceId(String name) {
    return digits('e', name).map(d -> new NetworkInterfaceId(NetworkInterfaceId.PREFIX + '-' + d));
  }

  private static String name(char kind, ResourceId id, String prefix) {
    String hex = id.value().substring(prefix.length() + 1);
    boolean old = hex.length() == 8;
    // 70 bits: two for the form of the id, 68 for its digits.
    int high = old ? OLD : Character.digit(hex.charAt(0), 16);
    long low = Long.parseUnsignedLong(old ? hex : hex.substring(1), 16);
    char[] name = new char[LENGTH + 1];
    name[0] = kind;
    for (int i = LENGTH; i > 0; i--) {
      name[i] = DIGITS.charAt((int) (low & 31));
      low = low >>> 5 | (long) (high & 31) << 59;
      high >>>= 5;
    }
    return new String(name);
  }

  private static Optional<String> digits(char kind, String name) {
    if (name.length() != LENGTH + 1 || name.charAt(0) != kind) {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    for (int i = 1; i <= LENGTH; i++) {
      int digit = DIGITS.indexOf(name.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | digit;
    }
    if (high == OLD && low >>> 32 == 0) {
      return Optional.of(String.format("%08x", low));
    }
    return high < OLD ? Optional.of(String.format("%x%016x", high, low)) : Optional.empty();
  }
}
