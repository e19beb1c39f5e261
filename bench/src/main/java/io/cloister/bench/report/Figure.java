package io.cloister.bench.report;

import java.util.OptionalDouble;

/**
 * One number of a report.
 *
 * @param name what was measured
 * @param unit of the value; a ratio's says what was divided by what
 * @param value what came out, a median unless the name says otherwise
 * @param spread the distance between the quartiles of the rounds, as a share of the median; empty
 *     where it has no meaning, as for a maximum
 * @param rounds how often it was measured
 * @param target what it should be
 */
public record Figure(
    String name, String unit, double value, OptionalDouble spread, int rounds, Target target) {
  /** From here on the rounds differ too much to conclude anything. */
  private static final double CONCLUSIVE = 0.10;

  /** The median of a series, and its spread. */
  public static Figure median(String name, String unit, Series series, Target target) {
    return new Figure(
        name, unit, series.median(), OptionalDouble.of(series.spread()), series.size(), target);
  }

  /** A median that is only told. */
  public static Figure median(String name, String unit, Series series) {
    return median(name, unit, series, new Target.None());
  }

  /** A number that has no spread. */
  public static Figure single(String name, String unit, double value, int rounds, Target target) {
    return new Figure(name, unit, value, OptionalDouble.empty(), rounds, target);
  }

  /** Whether the target was met, in a word or two; empty without a target. */
  public String verdict() {
    if (target instanceof Target.None) {
      return "";
    }
    String met = target.isMetBy(value) ? "met" : "missed";
    boolean wide = spread.isPresent() && spread.getAsDouble() > CONCLUSIVE;
    return wide ? "inconclusive (" + met + ")" : met;
  }
}
