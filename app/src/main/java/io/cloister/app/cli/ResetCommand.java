package io.cloister.app.cli;

import io.cloister.app.admin.Reset;
import io.cloister.app.admin.Status;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes everything. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Remove everything of all accounts and regions; the server goes on with a network as new.")
final class ResetCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Remote remote;
  @Mixin Output output;

  @Option(
      names = {"-y", "--yes"},
      description = "Don't ask first.")
  boolean yes;

  @Override
  public Integer call() throws Environment {
    PrintWriter out = spec.commandLine().getOut();
    if (!yes && !confirmed()) {
      spec.commandLine().getErr().println("Nothing was removed.");
      return Exit.NO;
    }
    String answer = remote.post("reset");
    if (output.json) {
      Output.raw(out, answer);
    } else {
      Reset reset = Output.read(answer, Reset.class);
      out.printf(
          Locale.ROOT, "Removed %d VPCs and %d instances.%n", reset.vpcs(), reset.instances());
      out.flush();
    }
    return Exit.OK;
  }

  private boolean confirmed() throws Environment {
    Console console =
        Terminal.console()
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no terminal to ask on: say --yes to remove everything"));
    Status status = Output.read(remote.get("status"), Status.class);
    int instances = status.instances().values().stream().mapToInt(n -> n).sum();
    String reply =
        console.readLine(
            "Remove all %d VPCs and %d instances of the server at %s? [y/N] ",
            status.vpcs(), instances, remote.address());
    return reply != null && reply.strip().matches("(?i)y(es)?");
  }
}
