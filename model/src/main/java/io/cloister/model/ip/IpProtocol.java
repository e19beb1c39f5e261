package io.cloister.model.ip;

/**
 * An IP protocol by its number, or all of them.
 *
 * @param number 0..255, or -1 for every protocol, as AWS writes it
 */
public record IpProtocol(int number) {
  /** Every protocol. */
  public static final IpProtocol ALL = new IpProtocol(-1);

  /** ICMP, 1. */
  public static final IpProtocol ICMP = new IpProtocol(1);

  /** TCP, 6. */
  public static final IpProtocol TCP = new IpProtocol(6);

  /** UDP, 17. */
  public static final IpProtocol UDP = new IpProtocol(17);

  /** ICMPv6, 58. */
  public static final IpProtocol ICMPV6 = new IpProtocol(58);

  /** Refuses numbers outside -1..255. */
  public IpProtocol {
    if (number < -1 || number > 255) {
      throw new IllegalArgumentException("not an IP protocol: " + number);
    }
  }

  /** Whether it is TCP or UDP, which have ports. */
  public boolean hasPorts() {
    return number == 6 || number == 17;
  }

  /** Whether it is ICMP or ICMPv6, which have a type and a code. */
  public boolean isIcmp() {
    return number == 1 || number == 58;
  }

  /** The name that EC2 answers with: tcp, udp, icmp, icmpv6, or the number; -1 for all. */
  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 58 -> "icmpv6";
      default -> Integer.toString(number);
    };
  }
}
