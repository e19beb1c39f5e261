package io.cloister.dataplane.kernel.nft;

import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import java.util.Comparator;

/**
 * All values from the first to the last, both included; one value is a span too.
 *
 * @param low the first
 * @param high the last, of the same type and not below the first
 */
public record Span(Value low, Value high) implements Comparable<Span> {
  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::low).thenComparing(Span::high);

  /** Refuses empty spans and mixed types. */
  public Span {
    if (low.type() != high.type() || low.compareTo(high) > 0) {
      throw new IllegalArgumentException("not a span: " + low + " to " + high);
    }
  }

  /** Just one value. */
  public static Span of(Value value) {
    return new Span(value, value);
  }

  /** The addresses of a block. */
  public static Span of(Prefix prefix) {
    return new Span(Value.of(prefix.address()), Value.of(prefix.address().last(prefix.length())));
  }

  /** A range of ports. */
  public static Span of(PortRange ports) {
    return new Span(Value.port(ports.from()), Value.port(ports.to()));
  }

  /** Every value of a type. */
  public static Span all(Type type) {
    return new Span(Value.zero(type), Value.max(type));
  }

  /** The type of both ends. */
  public Type type() {
    return low.type();
  }

  /** Whether it holds one value only. */
  public boolean isSingle() {
    return low.equals(high);
  }

  /** Whether it holds every value of its type. */
  public boolean isAll() {
    return low.high() == 0 && low.low() == 0 && high.equals(Value.max(type()));
  }

  /** How many leading bits fix this span, or -1 when it is no block of a power of two. */
  public int prefixLength() {
    int bits = 8 * type().size();
    long upper = low.high() ^ high.high();
    long lower = low.low() ^ high.low();
    int free = upper != 0 ? 128 - Long.numberOfLeadingZeros(upper) : free(lower);
    boolean block =
        upper != 0
            ? lower == -1 && ones(upper) && low.low() == 0 && (low.high() & upper) == 0
            : ones(lower) && (low.low() & lower) == 0;
    return block ? bits - free : -1;
  }

  private static int free(long lower) {
    return 64 - Long.numberOfLeadingZeros(lower);
  }

  private static boolean ones(long mask) {
    return (mask & (mask + 1)) == 0;
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /** As nft writes it: a value, a prefix or a range. */
  @Override
  public String toString() {
    return ValueText.of(this);
  }
}
