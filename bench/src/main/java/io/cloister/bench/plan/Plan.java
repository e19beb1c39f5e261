package io.cloister.bench.plan;

import io.cloister.bench.report.Figure;
import io.cloister.bench.report.Report;
import io.cloister.bench.report.Series;
import io.cloister.bench.report.Target;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link PlanBenchmark}. */
public final class Plan {
  private Plan() {}

  /** Measures. */
  public static Report run(int rounds) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(PlanBenchmark.class.getName())
            .measurementIterations(rounds)
            .verbosity(VerboseMode.SILENT)
            .build();
    List<Figure> figures = new ArrayList<>();
    for (RunResult result : new Runner(options).run()) {
      List<Double> scores = new ArrayList<>();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          scores.add(iteration.getPrimaryResult().getScore());
        }
      }
      String method = result.getParams().getBenchmark();
      String name = method.substring(method.lastIndexOf('.') + 1);
      figures.add(
          Figure.median(
              "one " + name + " at " + result.getParams().getParam("interfaces"),
              "us",
              Series.of(scores),
              new Target.None()));
    }
    return new Report("plan", figures);
  }
}
