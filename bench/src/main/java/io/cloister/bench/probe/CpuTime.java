package io.cloister.bench.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The CPU time that a thread spends, with what the kernel does for its packets: forwarding runs in
 * the sender's context, or in {@code ksoftirqd} when that takes too long. A kernel that accounts
 * for interrupts apart leaves them out of the thread's time: there they are added.
 */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path STAT = Path.of("/proc/stat");
  private static final long TICK_NANOS = 10_000_000;

  private final boolean apart = interruptsAreApart();
  private final List<Path> softirqThreads = softirqThreads();

  /** Nanoseconds so far, of the calling thread and the packet threads. */
  long now() {
    long own = THREADS.getCurrentThreadCpuTime();
    return own + (apart ? softirq() : threads());
  }

  private static boolean interruptsAreApart() {
    String release = System.getProperty("os.version");
    try {
      Path zipped = Path.of("/proc/config.gz");
      if (Files.exists(zipped)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
          return enabled(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return enabled(Files.readString(Path.of("/boot/config-" + release)));
    } catch (IOException e) {
      // Most distributions do.
      return true;
    }
  }

  private static boolean enabled(String config) {
    return config.contains("CONFIG_IRQ_TIME_ACCOUNTING=y");
  }

  private static List<Path> softirqThreads() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        Path name = process.resolve("comm");
        if (Files.exists(name) && Files.readString(name).startsWith("ksoftirqd/")) {
          found.add(process.resolve("schedstat"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private long threads() {
    long sum = 0;
    for (Path thread : softirqThreads) {
      sum += Long.parseLong(read(thread).split(" ", 2)[0]);
    }
    return sum;
  }

  /** All processors, in ticks: a quiet machine does nothing else of the kind. */
  private static long softirq() {
    String all = read(STAT).lines().findFirst().orElseThrow();
    return Long.parseLong(all.split("\\s+", -1)[7]) * TICK_NANOS;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
