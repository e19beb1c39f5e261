package io.cloister.app.cli;

import io.cloister.app.admin.Stock;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what there is. */
@Command(
    name = "ls",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "List VPCs, subnets and instances with their addresses, and how to reach them.",
      "Default VPCs without an instance are left out."
    })
final class Ls implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Remote remote;
  @Mixin Output output;

  @Option(
      names = {"-a", "--all"},
      description = "Also default VPCs and subnets without an instance.")
  boolean all;

  @Override
  public Integer call() throws Environment {
    PrintWriter out = spec.commandLine().getOut();
    String answer = remote.get("ls");
    if (output.json) {
      Output.raw(out, answer);
    } else {
      new StockText(out, Style.ofOutput(), all).print(Output.read(answer, Stock.class));
      out.flush();
    }
    return Exit.OK;
  }
}
