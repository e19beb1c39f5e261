package io.cloister.dataplane.kernel.nft;

import io.cloister.model.ip.Ipv4Address;
import io.cloister.model.ip.Ipv6Address;

/** Writes constants and spans as nft reads them. Numbers, not names: names change with versions. */
final class ValueText {
  private ValueText() {}

  static String of(Value value) {
    return switch (value.type()) {
      case IPV4_ADDR -> new Ipv4Address((int) value.low()).toString();
      case IPV6_ADDR -> new Ipv6Address(value.high(), value.low()).toString();
      case IFNAME -> '"' + ifname(value) + '"';
      case MARK -> hex(value.low());
      case CT_STATE, CT_STATUS, TCP_FLAG -> "0x" + Long.toHexString(value.low());
      case NF_PROTO -> value.low() == 2 ? "ipv4" : value.low() == 10 ? "ipv6" : number(value);
      case CT_DIR -> value.low() == 0 ? "original" : "reply";
      case INET_SERVICE, INET_PROTO, ICMP_TYPE, ICMP_CODE, ICMPV6_TYPE, ICMPV6_CODE, BYTE, SHORT ->
          number(value);
    };
  }

  static String of(Span span) {
    if (span.isSingle()) {
      return of(span.low());
    }
    int length = span.prefixLength();
    boolean address = span.type() == Type.IPV4_ADDR || span.type() == Type.IPV6_ADDR;
    return address && length >= 0
        ? of(span.low()) + "/" + length
        : of(span.low()) + "-" + of(span.high());
  }

  /** The name without its padding and without quotes. */
  static String ifname(Value value) {
    StringBuilder name = new StringBuilder(15);
    for (int i = 0; i < 16; i++) {
      long half = i < 8 ? value.high() : value.low();
      char c = (char) (half >>> (56 - 8 * (i % 8)) & 0xff);
      if (c == 0) {
        break;
      }
      name.append(c);
    }
    return name.toString();
  }

  private static String hex(long mark) {
    String digits = Long.toHexString(mark);
    return "0x" + "0".repeat(8 - digits.length()) + digits;
  }

  private static String number(Value value) {
    return Long.toString(value.low());
  }
}
