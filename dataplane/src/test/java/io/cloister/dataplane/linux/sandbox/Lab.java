package io.cloister.dataplane.linux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.linux.sandbox.userdata.Boot;
import io.cloister.model.ip.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sandboxes on the real machine, each in a network namespace of its own; closing removes it all.
 */
final class Lab implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  final String name = "lab-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  final Path directory;
  final BlockingQueue<SandboxExit> exits = new LinkedBlockingQueue<>();
  private final Set<String> namespaces = new TreeSet<>();
  private final Set<SandboxId> started = new TreeSet<>();
  private Sandboxes sandboxes;

  /** What a command did. */
  record Result(int code, String out, String err) {}

  Lab() throws IOException {
    directory = Files.createTempDirectory("cloister-lab-");
    Files.setAttribute(directory, "unix:mode", 0755);
    sandboxes = open();
  }

  private Sandboxes open() {
    return Sandboxes.open(name, run(), directory.resolve("disks"), exits::add);
  }

  Path run() {
    return directory.resolve("run");
  }

  Sandboxes sandboxes() {
    return sandboxes;
  }

  /** As if the server had been killed and started again. */
  Sandboxes reopen() {
    sandboxes.close();
    sandboxes = open();
    return sandboxes;
  }

  SandboxSpec spec(String id) {
    return spec(id, Boot.NONE, Limits.DEFAULT);
  }

  SandboxSpec spec(String id, Boot boot, Limits limits) {
    started.add(new SandboxId(id));
    return new SandboxSpec(
        new SandboxId(id),
        namespace(id),
        "ip-10-0-1-4",
        List.of(IpAddress.of("10.0.1.4")),
        List.of(IpAddress.of("10.0.0.2")),
        boot,
        limits);
  }

  private Path namespace(String id) {
    String namespace = name + "-" + id;
    if (namespaces.add(namespace)) {
      assertThat(command("ip", "netns", "add", namespace).code()).isZero();
      command("ip", "-n", namespace, "link", "set", "lo", "up");
    }
    return Path.of("/run/netns", namespace);
  }

  /** Runs a command in a sandbox, as {@code ./cloister exec} does. */
  Result in(String id, String... command) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("perl", run().resolve("bin/enter.pl").toString(), run().toString(), id));
    all.addAll(List.of(command));
    return command(all.toArray(String[]::new));
  }

  /** Runs a line of shell in a sandbox. */
  Result sh(String id, String line) {
    return in(id, "sh", "-c", line);
  }

  static Result command(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile()).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (SandboxId id : started) {
      sandboxes.terminate(id, Duration.ZERO);
    }
    sandboxes.close();
    for (String namespace : namespaces) {
      command("ip", "netns", "delete", namespace);
    }
    Trees.delete(directory);
  }
}
