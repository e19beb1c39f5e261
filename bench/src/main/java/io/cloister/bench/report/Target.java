package io.cloister.bench.report;

/** What a figure should be. */
public sealed interface Target {
  /** Whether a value is as it should be. */
  boolean isMetBy(double value);

  /** No more than this. */
  record AtMost(double bound) implements Target {
    @Override
    public boolean isMetBy(double value) {
      return value <= bound;
    }

    @Override
    public String toString() {
      return "<= " + Digits.text(bound);
    }
  }

  /** No less than this. */
  record AtLeast(double bound) implements Target {
    @Override
    public boolean isMetBy(double value) {
      return value >= bound;
    }

    @Override
    public String toString() {
      return ">= " + Digits.text(bound);
    }
  }

  /** Told for what it is. */
  record None() implements Target {
    @Override
    public boolean isMetBy(double value) {
      return true;
    }

    @Override
    public String toString() {
      return "";
    }
  }
}
