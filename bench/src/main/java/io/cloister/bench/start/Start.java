package io.cloister.bench.start;

import io.cloister.bench.report.Figure;
import io.cloister.bench.report.Report;
import io.cloister.bench.report.Series;
import io.cloister.bench.report.Target;
import io.cloister.bench.server.Launcher;
import io.cloister.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From {@code ./cloister serve} to its ready line, on an empty state folder: with the AOT cache, as
 * everybody starts it from the second time on, and without. Beside them a JVM that does nothing.
 */
public record Start(Launcher launcher) {
  /** Measures. */
  public Report run(int rounds) throws IOException {
    List<Double> cached = new ArrayList<>();
    List<Double> uncached = new ArrayList<>();
    List<Double> nothing = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      double with = serve(Map.of());
      double without = serve(Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=off"));
      double java = java();
      if (round >= 0) { // the first one fills the page cache
        cached.add(with);
        uncached.add(without);
        nothing.add(java);
      }
    }
    return new Report(
        "start",
        List.of(
            Figure.median("with AOT cache", "ms", Series.of(cached), new Target.AtMost(800)),
            Figure.median("without", "ms", Series.of(uncached), new Target.AtMost(2_500)),
            Figure.median("java -version, beside", "ms", Series.of(nothing))));
  }

  private double serve(Map<String, String> environment) throws IOException {
    Path state = Launcher.state();
    List<String> command =
        List.of(launcher.script(), "serve", "--port", "0", "--state", state.toString());
    try (ServerProcess server = ServerProcess.start(command, environment, state)) {
      return server.millisToReady();
    }
  }

  private static double java() throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
