package io.cloister.dataplane.linux.sandbox;

/**
 * What one sandbox may use of the machine.
 *
 * @param processes processes and threads together, 16 to 1,000,000
 * @param memory bytes, at least 16 MiB; of all its processes where the machine has a memory control
 *     group, else of the private data of each
 */
public record Limits(int processes, long memory) {
  /** Enough for a web server, a database or a small JVM. */
  public static final Limits DEFAULT = new Limits(512, 512L << 20);

  public Limits {
    if (processes < 16 || processes > 1_000_000) {
      throw new IllegalArgumentException("processes: " + processes);
    }
    if (memory < 16L << 20) {
      throw new IllegalArgumentException("memory: " + memory);
    }
  }

  /** What its /tmp may hold, in bytes; it counts as memory too. */
  long tmp() {
    return memory / 2;
  }
}
