package io.cloister.bench.report;

import java.util.Arrays;
import java.util.Collection;

/** Measurements of one thing, sorted. */
public final class Series {
  private final double[] sorted;

  private Series(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * A series of these.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Series of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Series(sorted);
  }

  /** The number of measurements. */
  public int size() {
    return sorted.length;
  }

  /**
   * The value that a share of all is not above, between two neighbours in proportion.
   *
   * @param share 0 to 1
   */
  public double percentile(double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The value in the middle. */
  public double median() {
    return percentile(0.5);
  }

  /** The greatest. */
  public double max() {
    return sorted[sorted.length - 1];
  }

  /** The distance between the quartiles, as a share of the median. */
  public double spread() {
    return (percentile(0.75) - percentile(0.25)) / Math.abs(median());
  }
}
