package io.cloister.bench.authorize;

import io.cloister.bench.report.Figure;
import io.cloister.bench.report.Report;
import io.cloister.bench.report.Series;
import io.cloister.bench.report.Target;
import io.cloister.bench.server.Launcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * AuthorizeSecurityGroupIngress over HTTP, by the Java SDK, on servers that keep their state on
 * disk, with 10, 100 and 1,000 interfaces: three servers that are asked in turns.
 */
public record Authorize(Launcher launcher) {
  private static final List<Integer> SIZES = List.of(10, 100, 1_000);
  private static final int WARM_UP = 300;
  private static final int CALLS = 40;
  private static final int PROBES = 10;

  /** What was measured of one server. */
  private record Times(Side side, List<Double> calls, List<Double> medians, List<Double> packets) {
    Times(Side side) {
      this(side, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void round() throws IOException {
      List<Double> some = side.calls(CALLS);
      calls.addAll(some);
      medians.add(Series.of(some).median());
      packets.addAll(side.firstPackets(PROBES));
    }

    List<Figure> figures() {
      Series all = Series.of(calls);
      Series through = Series.of(packets);
      String call = "call, " + side.interfaces();
      String packet = "sent to first packet, " + side.interfaces();
      return List.of(
          Figure.median(call + ", p50", "ms", Series.of(medians), new Target.AtMost(1.5)),
          Figure.single(
              call + ", p99", "ms", all.percentile(0.99), all.size(), new Target.AtMost(6)),
          Figure.median(packet + ", p50", "ms", through),
          Figure.single(
              packet + ", p99", "ms", through.percentile(0.99), through.size(), new Target.None()));
    }
  }

  /** Measures. */
  public Report run(int rounds) throws IOException {
    List<Times> all = new ArrayList<>();
    try {
      for (int size : SIZES) {
        all.add(new Times(Side.start(launcher, size)));
      }
      return measure(all, rounds);
    } finally {
      all.forEach(times -> times.side().close());
    }
  }

  private static Report measure(List<Times> all, int rounds) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (Times times : all) {
      Side side = times.side();
      double first = side.calls(1).getFirst();
      figures.add(
          Figure.single(
              "first call ever, " + side.interfaces(), "ms", first, 1, new Target.None()));
      side.calls(WARM_UP);
      side.firstPackets(1);
    }
    for (int round = 0; round < rounds; round++) {
      for (Times times : round % 2 == 0 ? all : all.reversed()) {
        times.round();
      }
    }
    all.forEach(times -> figures.addAll(times.figures()));
    figures.add(
        Figure.median(
            "call at 1,000, against 10",
            "ratio",
            Series.of(ratios(all.getLast().medians(), all.getFirst().medians())),
            new Target.AtMost(1.3)));
    return new Report("authorize", figures);
  }

  private static List<Double> ratios(List<Double> above, List<Double> below) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    return ratios;
  }
}
