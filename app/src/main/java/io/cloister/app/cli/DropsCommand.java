package io.cloister.app.cli;

import io.cloister.app.admin.Drops;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows which packets were dropped, and by which gate. */
@Command(
    name = "drops",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Show the last packets that were dropped, the newest last: when, what, which gate.")
final class DropsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Spec CommandSpec spec;
  @Mixin Remote remote;
  @Mixin Output output;

  @Option(
      names = {"-n", "--last"},
      paramLabel = "N",
      defaultValue = "20",
      description = "How many packets, at least 1. Default: ${DEFAULT-VALUE}. JSON has all.")
  int last;

  @Override
  public Integer call() throws Environment {
    if (last < 1) {
      throw new ParameterException(spec.commandLine(), "--last is at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    String answer = remote.get("drops");
    if (output.json) {
      Output.raw(out, answer);
      return Exit.OK;
    }
    List<Drops.One> drops = Output.read(answer, Drops.class).drops();
    Style style = Style.ofOutput();
    for (Drops.One drop : drops.subList(Math.max(0, drops.size() - last), drops.size())) {
      out.println(
          style.dim(TIME.format(Instant.ofEpochMilli(drop.milliseconds())))
              + "  "
              + style.bold(drop.gate())
              + "  "
              + drop.packet()
              + "  "
              + style.dim(where(drop)));
    }
    if (drops.isEmpty()) {
      out.println("No packet has been dropped.");
    }
    out.flush();
    return Exit.OK;
  }

  private static String where(Drops.One drop) {
    String at = drop.interfaceId().isEmpty() ? drop.where() : drop.interfaceId();
    return drop.instance().isEmpty()
        ? at
        : at + " of " + drop.instance() + (drop.name().isEmpty() ? "" : " (" + drop.name() + ")");
  }
}
