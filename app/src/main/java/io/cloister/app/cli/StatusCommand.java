package io.cloister.app.cli;

import io.cloister.app.admin.Status;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how the server is doing. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Show how the server is doing.",
      "Exit code 0: the kernel is in step with the network; 1: it isn't, and why; 3: no server."
    })
final class StatusCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Remote remote;
  @Mixin Output output;

  @Override
  public Integer call() throws Environment {
    PrintWriter out = spec.commandLine().getOut();
    String answer = remote.get("status");
    Status status = Output.read(answer, Status.class);
    if (output.json) {
      Output.raw(out, answer);
    } else {
      print(out, status);
      out.flush();
    }
    return status.troubles().isEmpty() ? Exit.OK : Exit.NO;
  }

  private static void print(PrintWriter out, Status status) {
    var server = status.server();
    out.println("endpoint   " + server.endpoint() + "  (pid " + server.pid() + ")");
    out.println(
        "state      "
            + (server.state().isEmpty() ? "none, forgotten at the end" : server.state())
            + ", change "
            + status.sequence());
    out.println("started    " + server.started());
    out.println(
        "network    "
            + status.accounts()
            + " accounts, "
            + status.vpcs()
            + " VPCs, instances: "
            + instances(status));
    out.println("packets    " + packets(status));
    if (server.timeScale() != 1) {
      out.println("time       AWS's timers run " + server.timeScale() + " times faster");
    }
    Style style = Style.ofOutput();
    status.troubles().forEach(t -> out.println(style.red("trouble    " + t)));
  }

  private static String instances(Status status) {
    return status.instances().isEmpty()
        ? "none"
        : status.instances().entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String packets(Status status) {
    if (!status.server().packets()) {
      return "none: this server was started with --no-packets";
    }
    return status.namespaces()
        + " namespaces, "
        + status.sandboxes()
        + " instances run, "
        + (status.pending() == 0
            ? "the kernel is in step"
            : status.pending() + " changes are not in the kernel yet");
  }
}
