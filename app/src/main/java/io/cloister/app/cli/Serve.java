package io.cloister.app.cli;

import io.cloister.app.server.Cloister;
import io.cloister.app.server.Folders;
import io.cloister.app.server.Options;
import io.cloister.app.server.StartException;
import io.cloister.app.wire.Listen;
import io.cloister.app.wire.sign.Access;
import io.cloister.model.ip.Prefix;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a server until a signal ends it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Run a server in the foreground.",
      "It prints \"cloister is ready at URL\" on stdout when it answers. SIGTERM and Ctrl-C remove its"
          + " namespaces, rules and instances; what was built stays in the state folder, and instances"
          + " start again with the next server."
    })
final class Serve implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4566",
      description = "TCP port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on. Default: ${DEFAULT-VALUE}. Anything but loopback needs --keys.")
  String bind = "127.0.0.1";

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "Verify signatures against this file: a line for each key, ACCESS_KEY_ID SECRET [ACCOUNT]."
              + " Default: signatures say who calls and are not verified.")
  @Nullable Path keys;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Folder of the state. Default: /var/lib/cloister for root, else"
              + " $${XDG_STATE_HOME:-~/.local/state}/cloister.")
  @Nullable Path state;

  @Option(names = "--ephemeral", description = "Keep no state: all is forgotten at the end.")
  boolean ephemeral;

  @Option(
      names = "--keep",
      description =
          "Leave namespaces, rules and instances running at the end; the next server on the same"
              + " state adopts them.")
  boolean keep;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Run AWS's timers (idle timeouts and the like) N times faster, 1 to 10000. Default:"
              + " ${DEFAULT-VALUE}.")
  int timeScale;

  @Option(
      names = "--quota",
      paramLabel = "NAME=N",
      description =
          "Replace one of AWS's default quotas in every account and region, such as"
              + " vpcs-per-region=50; repeatable. It is kept with the state.")
  Map<String, Integer> quotas = new LinkedHashMap<>();

  @Option(
      names = "--public-pool",
      paramLabel = "CIDR",
      defaultValue = "198.18.0.0/16",
      description =
          "Block that public IPv4 addresses come from, /8 to /30, inside this machine only; VPCs may"
              + " not overlap it. Default: ${DEFAULT-VALUE}.")
  String publicPool = "";

  @Option(
      names = "--no-packets",
      description =
          "Answer the API and carry no packets: nothing runs in instances, nothing is enforced. For"
              + " machines without a Linux kernel.")
  boolean noPackets;

  @Override
  public Integer call() throws Exception {
    Options options = options();
    CountDownLatch ended = new CountDownLatch(1);
    Cloister server = start(options);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  ended.countDown();
                },
                "end"));
    spec.commandLine().getOut().println("cloister is ready at " + server.uri());
    spec.commandLine().getOut().flush();
    ended.await();
    return Exit.OK;
  }

  private static Cloister start(Options options) throws Environment {
    try {
      return Cloister.start(options);
    } catch (StartException e) {
      throw new Environment(String.valueOf(e.getMessage()));
    }
  }

  private Options options() throws Environment {
    if (ephemeral && state != null) {
      throw wrong("--ephemeral keeps no state, so --state has no meaning with it");
    }
    Options.State kept =
        ephemeral
            ? new Options.State.Forgotten()
            : new Options.State.Kept(state == null ? Folders.state() : state);
    try {
      return new Options(
          new Listen(address(), port, access()),
          kept,
          keep ? Options.End.LEAVE : Options.End.REMOVE,
          timeScale,
          QuotaOptions.of(quotas),
          Prefix.of(publicPool),
          !noPackets);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Access access() throws Environment {
    if (keys == null) {
      return new Access.Open();
    }
    try {
      return Access.read(keys);
    } catch (IOException e) {
      throw new Environment("the keys can't be read: " + e.getMessage());
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw wrong("not an address of this machine: " + bind);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
