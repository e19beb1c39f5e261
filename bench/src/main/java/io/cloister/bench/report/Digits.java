package io.cloister.bench.report;

import java.util.Locale;

/** Numbers with as many digits as they are good for. */
final class Digits {
  private Digits() {}

  static String text(double value) {
    double size = Math.abs(value);
    String format = size >= 1_000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
