package io.cloister.app.cli;

import io.cloister.app.admin.Json;
import io.cloister.app.demo.Result;
import io.cloister.app.demo.SandboxShell;
import io.cloister.app.server.Cloister;
import io.cloister.app.server.Options;
import io.cloister.app.server.StartException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Shows it all: a server, a network, requests, and what became of them. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Build a network of three tiers on a server of its own, send real requests between its hosts,"
          + " and show which got through and which were dropped by what.",
      "Takes a few seconds, uses a free port, keeps nothing. Progress goes to stderr, the table to"
          + " stdout. Exit code 0 only if every request ended as expected."
    })
final class Demo implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Output output;

  private volatile @Nullable Cloister server;

  @Override
  public Integer call() throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
    PrintWriter err = spec.commandLine().getErr();
    DemoText text = new DemoText(spec.commandLine().getOut(), err, Style.ofOutput(), output.json);
    text.begin();
    try {
      List<Result> results = results(text);
      if (output.json) {
        Output.raw(spec.commandLine().getOut(), Json.write(Report.of(results)));
      }
      text.end(results);
      return results.stream().allMatch(Result::asExpected) ? Exit.OK : Exit.NO;
    } catch (StartException | SdkException | IllegalStateException e) {
      throw new Environment(String.valueOf(e.getMessage()));
    } finally {
      end();
    }
  }

  private List<Result> results(DemoText text) throws Exception {
    Cloister started = Cloister.start(Options.ephemeral(0));
    server = started;
    text.progress("server " + started.uri() + ", with no state");
    return new io.cloister.app.demo.Demo(
            started.uri(), new SandboxShell(started.run()), text::progress, text::row)
        .run();
  }

  /** Also on Ctrl-C: nothing of the demo stays. */
  private void end() {
    Cloister running = server;
    if (running != null) {
      running.close();
    }
  }

  /** What {@code --json} prints. */
  record Report(int expected, int unexpected, List<Result> results) {
    static Report of(List<Result> results) {
      int good = (int) results.stream().filter(Result::asExpected).count();
      return new Report(good, results.size() - good, results);
    }
  }
}
