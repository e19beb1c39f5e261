package io.cloister.dataplane.kernel.nft;

import java.util.Locale;

/**
 * Where a base chain meets packets.
 *
 * @param type what the chain may do
 * @param point the point of a packet's way through the namespace
 * @param priority the order among the chains of a point, the smallest first. Netfilter's own:
 *     defragmentation -400, tracking -200, mangle -150, destination NAT -100, filter 0, source NAT
 *     100
 * @param policy the fate of a packet that reaches the end of the chain
 */
public record Hook(Kind type, Point point, int priority, Policy policy) {

  /** What a base chain may do. */
  public enum Kind {
    /** Anything but translation. */
    FILTER,
    /** Translation; sees the first packet of a connection only. */
    NAT,
    /** In output: like filter, and packets whose mark it changes are routed again. */
    ROUTE
  }

  /** The point of the way. */
  public enum Point {
    /** Before routing. */
    PREROUTING(0),
    /** To this namespace itself. */
    INPUT(1),
    /** Through this namespace. */
    FORWARD(2),
    /** From this namespace itself. */
    OUTPUT(3),
    /** After routing. */
    POSTROUTING(4);

    private final int number;

    Point(int number) {
      this.number = number;
    }

    /** The kernel's number. */
    public int number() {
      return number;
    }
  }

  /** The fate at the end of the chain. */
  public enum Policy {
    /** Goes on. */
    ACCEPT,
    /** Ends. */
    DROP
  }

  /** A filter chain. */
  public static Hook filter(Point point, int priority, Policy policy) {
    return new Hook(Kind.FILTER, point, priority, policy);
  }

  /** A translation chain; its policy is accept. */
  public static Hook nat(Point point, int priority) {
    return new Hook(Kind.NAT, point, priority, Policy.ACCEPT);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "type %s hook %s priority %d; policy %s;",
        low(type),
        low(point),
        priority,
        low(policy));
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
