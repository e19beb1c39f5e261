package io.cloister.model.ip;

/**
 * Ports from the first to the last, both included.
 *
 * @param from 0..65535
 * @param to {@code from}..65535
 */
public record PortRange(int from, int to) {
  /** Every port. */
  public static final PortRange ALL = new PortRange(0, 65535);

  /** Refuses ranges that are empty or outside 0..65535. */
  public PortRange {
    if (from < 0 || to > 65535 || from > to) {
      throw new IllegalArgumentException("not a port range: " + from + "-" + to);
    }
  }

  /** Whether the port lies in the range. */
  public boolean contains(int port) {
    return port >= from && port <= to;
  }

  /** Whether this is 0..65535. */
  public boolean isAll() {
    return from == 0 && to == 65535;
  }

  @Override
  public String toString() {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }
}
