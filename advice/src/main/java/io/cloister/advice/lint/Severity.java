package io.cloister.advice.lint;

/** How much a finding matters, the least first. */
public enum Severity {
  /** Untidy, or a small cost. */
  LOW,
  /** Will hurt on a bad day. */
  MEDIUM,
  /** Hurts today: open to everybody, or broken. */
  HIGH
}
