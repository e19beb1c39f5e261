package io.cloister.dataplane.linux.route;

import io.cloister.model.ip.Family;
import io.cloister.model.ip.MacAddress;
import java.util.Optional;

/** Numbers of rtnetlink that both directions use. */
final class Rt {
  static final int NEWLINK = 16;
  static final int DELLINK = 17;
  static final int GETLINK = 18;
  static final int NEWADDR = 20;
  static final int DELADDR = 21;
  static final int GETADDR = 22;
  static final int NEWROUTE = 24;
  static final int DELROUTE = 25;
  static final int GETROUTE = 26;
  static final int NEWNEIGH = 28;
  static final int DELNEIGH = 29;
  static final int GETNEIGH = 30;
  static final int NEWRULE = 32;
  static final int DELRULE = 33;
  static final int GETRULE = 34;

  static final int IFF_UP = 1;
  static final int IFLA_ADDRESS = 1;
  static final int IFLA_IFNAME = 3;
  static final int IFLA_MTU = 4;
  static final int IFLA_LINK = 5;
  static final int IFLA_LINKINFO = 18;
  static final int IFLA_INFO_KIND = 1;
  static final int IFLA_INFO_DATA = 2;
  static final int IFLA_IFALIAS = 20;
  static final int IFLA_NET_NS_FD = 28;
  static final int IFLA_EXT_MASK = 29;
  static final int VETH_INFO_PEER = 1;

  static final int IFA_ADDRESS = 1;
  static final int IFA_LOCAL = 2;
  static final int IFA_FLAGS = 8;

  /** nodad, permanent, no route for the block. */
  static final int ADDRESS_FLAGS = 0x02 | 0x80 | 0x200;

  static final int NDA_DST = 1;
  static final int NDA_LLADDR = 2;
  static final int NUD_PERMANENT = 0x80;

  static final int RTA_DST = 1;
  static final int RTA_OIF = 4;
  static final int RTA_GATEWAY = 5;
  static final int RTA_PRIORITY = 6;
  static final int RTA_PREFSRC = 7;
  static final int RTA_METRICS = 8;
  static final int RTAX_MTU = 2;
  static final int RTA_TABLE = 15;
  static final int RTA_VIA = 18;
  static final int UNICAST = 1;
  static final int BLACKHOLE = 6;
  static final int ONLINK = 4;
  static final int SCOPE_UNIVERSE = 0;
  static final int SCOPE_LINK = 253;
  static final int IPV6_METRIC = 1024;

  static final int FRA_PRIORITY = 6;
  static final int FRA_FWMARK = 10;
  static final int FRA_SUPPRESS_PREFIXLEN = 14;
  static final int FRA_TABLE = 15;
  static final int FRA_FWMASK = 16;
  static final int FRA_PROTOCOL = 21;
  static final int TO_TABLE = 1;

  /** Made by the kernel itself. */
  static final int PROTOCOL_KERNEL = 2;

  /** Made by us: a number that no routing program has claimed. */
  static final int PROTOCOL = 197;

  private Rt() {}

  static int number(Family family) {
    return switch (family) {
      case IPV4 -> 2;
      case IPV6 -> 10;
    };
  }

  static Optional<Family> family(int number) {
    return switch (number) {
      case 2 -> Optional.of(Family.IPV4);
      case 10 -> Optional.of(Family.IPV6);
      default -> Optional.empty();
    };
  }

  static byte[] bytes(MacAddress mac) {
    byte[] bytes = new byte[6];
    for (int i = 0; i < 6; i++) {
      bytes[i] = (byte) (mac.bits() >>> (40 - 8 * i));
    }
    return bytes;
  }

  static Optional<MacAddress> mac(byte[] bytes) {
    if (bytes.length != 6) {
      return Optional.empty();
    }
    long bits = 0;
    for (byte octet : bytes) {
      bits = bits << 8 | (octet & 0xff);
    }
    return Optional.of(new MacAddress(bits));
  }
}
