package io.cloister.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** All commands, and what is the same for each: errors in one line, exit codes. */
@Command(
    name = "cloister",
    description = "An AWS network on your own machine: AWS's API, real packets.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    subcommands = {
      Serve.class,
      Demo.class,
      Ls.class,
      LintCommand.class,
      StatusCommand.class,
      DropsCommand.class,
      ResetCommand.class,
      HelpCommand.class
    },
    footer = {
      "  exec    Run a command inside an instance: ./cloister exec i-... -- CMD [ARG...]",
      "  test    Build everything and run all tests.",
      "",
      "Exit codes: 0 all is well, 1 the answer is no, 2 wrong usage, 3 this machine or server can't.",
      "AWS_ENDPOINT_URL names the server (default http://127.0.0.1:4566)."
    })
public final class Commands {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces and the log of every room to stderr.")
  boolean debug;

  /** Runs one command and gives its exit code. */
  public static int run(String... arguments) {
    return run(writer(System.out), writer(System.err), arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Commands root = new Commands();
    CommandLine line = new CommandLine(root).setOut(out).setErr(err);
    line.setUnmatchedArgumentsAllowed(false);
    line.setExecutionStrategy(parsed -> {
      Logging.configure(root.debug);
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setExecutionExceptionHandler((e, command, _) -> failed(e, command, root.debug));
    line.setParameterExceptionHandler((e, _) -> misused(e));
    return line.execute(arguments);
  }

  /** In a line or two: a page of help would hide what was wrong. */
  private static int misused(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("See " + name + " --help");
    return Exit.USAGE;
  }

  private static int failed(Exception e, CommandLine command, boolean debug) {
    PrintWriter err = command.getErr();
    if (debug) {
      e.printStackTrace(err);
    }
    String name = command.getCommandSpec().qualifiedName();
    if (e instanceof Environment || e instanceof IOException) {
      err.println(name + ": " + e.getMessage());
      return Exit.ENVIRONMENT;
    }
    err.println(name + ": an error of Cloister's own: " + e + " (--debug shows where)");
    return Exit.ENVIRONMENT;
  }
}
