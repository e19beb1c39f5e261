package io.cloister.bench.instances;

import io.cloister.bench.report.Figure;
import io.cloister.bench.report.Report;
import io.cloister.bench.report.Series;
import io.cloister.bench.report.Target;
import io.cloister.bench.server.Launcher;
import io.cloister.bench.server.ServerProcess;
import io.cloister.bench.server.Vpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** 1,000 instances by one call of RunInstances, on a server that was just started. */
public record Instances(Launcher launcher) {
  private static final int COUNT = 1_000;

  /** Measures. */
  public Report run(int rounds) throws IOException {
    List<Double> called = new ArrayList<>();
    List<Double> running = new ArrayList<>();
    List<Double> resident = new ArrayList<>();
    List<Double> peak = new ArrayList<>();
    List<Double> machine = new ArrayList<>();
    List<Double> ended = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      double free = availableMegabytes();
      ServerProcess server = launcher.serve();
      try (Ec2Client client = server.client()) {
        Vpc vpc = Vpc.make(client);
        long begin = System.nanoTime();
        vpc.launch(vpc.left(), COUNT);
        called.add(secondsSince(begin));
        vpc.await(COUNT);
        running.add(secondsSince(begin));
        resident.add(server.residentMegabytes());
        peak.add(server.peakMegabytes());
        machine.add((free - availableMegabytes()) / COUNT);
      } finally {
        long begin = System.nanoTime();
        server.close();
        ended.add(secondsSince(begin));
      }
    }
    return new Report(
        "instances",
        List.of(
            Figure.median("RunInstances answered", "s", Series.of(called)),
            Figure.median("all running", "s", Series.of(running), new Target.AtMost(15)),
            Figure.median("server's memory then", "MB", Series.of(resident)),
            Figure.median("server's most", "MB", Series.of(peak), new Target.AtMost(500)),
            Figure.median("machine's memory, an instance", "MB", Series.of(machine)),
            Figure.median("SIGTERM to all removed", "s", Series.of(ended))));
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double availableMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemAvailable:")) {
        return Long.parseLong(line.split("\\s+", -1)[1]) / 1024.0;
      }
    }
    throw new IOException("the machine doesn't say how much memory is available");
  }
}
