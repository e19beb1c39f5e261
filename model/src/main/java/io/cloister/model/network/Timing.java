package io.cloister.model.network;

/**
 * How much faster than AWS's every timer runs: idle timeouts, intervals, delays. What is described
 * still shows AWS's numbers.
 *
 * @param scale 1 for AWS's own pace, up to 1,000,000
 */
public record Timing(int scale) {
  /** AWS's own pace. */
  public static final Timing REAL = new Timing(1);

  /** Refuses other scales. */
  public Timing {
    if (scale < 1 || scale > 1_000_000) {
      throw new IllegalArgumentException("a time scale is 1 to 1,000,000: " + scale);
    }
  }

  /** AWS's seconds as seconds here, at least 1. */
  public int seconds(int aws) {
    return Math.max(1, aws / scale);
  }

  /** AWS's milliseconds as milliseconds here, at least 1. */
  public long milliseconds(long aws) {
    return Math.max(1, aws / scale);
  }
}
