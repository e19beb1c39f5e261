package io.cloister.app.cli;

import io.cloister.advice.lint.Finding;
import io.cloister.advice.lint.Lint;
import io.cloister.advice.lint.Severity;
import io.cloister.app.admin.Json;
import io.cloister.control.intake.report.Intake;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds mistakes in a network. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Find mistakes in a described network: open groups, broken routes, single zones, waste.",
      "Exit code: 0 nothing found, 1 findings, 2 the input can't be read."
    })
final class LintCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Source source;
  @Mixin Output output;

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      description = "Leave out what is below: ${COMPLETION-CANDIDATES}. Default: LOW.")
  Severity least = Severity.LOW;

  /** A finding as programs read it. */
  record Line(
      String rule, String severity, String resource, String origin, String fact, String remedy) {}

  /** What {@code --json} prints. */
  record Report(List<Line> findings, int understood, List<String> problems) {}

  @Override
  public Integer call() {
    Intake intake;
    try {
      intake = source.read();
    } catch (IOException e) {
      spec.commandLine().getErr().println("cloister lint: " + e.getMessage());
      return Exit.USAGE;
    }
    List<Line> lines =
        Lint.of(intake.network()).stream()
            .filter(f -> f.rule().severity().compareTo(least) >= 0)
            .map(f -> line(f, intake))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (output.json) {
      List<String> problems = intake.problems().stream().map(Object::toString).toList();
      Output.raw(out, Json.write(new Report(lines, intake.count(), problems)));
    } else {
      print(out, lines, intake);
    }
    return lines.isEmpty() ? Exit.OK : Exit.NO;
  }

  private static Line line(Finding finding, Intake intake) {
    return new Line(
        finding.rule().id(),
        finding.rule().severity().name().toLowerCase(Locale.ROOT),
        finding.resource().toString(),
        intake.network().origin(finding.resource()).orElse(""),
        finding.fact(),
        finding.rule().remedy());
  }

  private static void print(PrintWriter out, List<Line> lines, Intake intake) {
    Style style = Style.ofOutput();
    for (Line line : lines) {
      String head = "%-7s %-6s".formatted(line.rule(), line.severity());
      out.println(
          (line.severity().equals("high") ? style.red(head) : style.bold(head))
              + "  "
              + line.fact());
      if (!line.origin().isEmpty()) {
        out.println("                " + style.dim("at " + line.origin()));
      }
      out.println("                " + style.dim("-> " + line.remedy()));
    }
    out.printf(
        "%d finding%s in %d resources%s%n",
        lines.size(),
        lines.size() == 1 ? "" : "s",
        intake.count(),
        intake.problems().isEmpty()
            ? ""
            : "; %d places weren't understood (--json lists them)"
                .formatted(intake.problems().size()));
    out.flush();
  }
}
