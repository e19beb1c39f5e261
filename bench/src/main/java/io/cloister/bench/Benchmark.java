package io.cloister.bench;

import io.cloister.bench.report.Report;

/** Something that can be measured. */
interface Benchmark {
  /** What it is asked for by. */
  String name();

  /** What it measures and against what, and how long it takes, in a line or two. */
  String about();

  /**
   * Measures. Whatever it started has ended when this returns or throws.
   *
   * @param rounds how often each side is measured, in turns
   * @throws Exception when it could not measure; the message says why
   */
  Report run(int rounds) throws Exception;
}
