package io.cloister.dataplane.linux.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Talks to {@code start.pl}, which has to be a process of its own: a JVM has many threads, and
 * those of a process with many threads can neither make nor enter a user namespace. It is one
 * process for all sandboxes, which forks for each: starting a JVM's child and a Perl for each would
 * cost more than the sandbox. It ends when the server ends, however that happens; no sandbox is its
 * child.
 */
final class Starter implements AutoCloseable {
  private static final List<String> SCRIPTS = List.of("start.pl", "init.sh", "boot.sh", "enter.pl");

  private final Path run;
  private final Path disks;
  private final int root;
  private final AtomicLong count = new AtomicLong();
  private Optional<Helper> helper = Optional.empty();

  private Starter(Path run, Path disks, int root) {
    this.run = run.toAbsolutePath();
    this.disks = disks.toAbsolutePath();
    this.root = root;
  }

  /**
   * Lays the scripts out. Those of sandboxes that run already keep the file that they opened.
   *
   * @param root the outside id of root inside
   */
  static Starter in(Path run, Path disks, int root) throws IOException {
    Path directory = Files.createDirectories(run.resolve("bin"));
    for (String name : SCRIPTS) {
      Path fresh = directory.resolve(name + ".new");
      Files.write(fresh, resource(name));
      Files.setAttribute(fresh, "unix:mode", 0644);
      Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    return new Starter(run, disks, root);
  }

  /** A script that is packed with this class. */
  static byte[] resource(String name) throws IOException {
    try (InputStream script = Starter.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IOException("the program was packed without " + name);
      }
      return script.readAllBytes();
    }
  }

  Path script(String name) {
    return run.resolve("bin").resolve(name);
  }

  /**
   * Starts what the lines say and waits until it is up.
   *
   * @throws SandboxException when it did not come up; nothing of it is left then
   */
  RunningSandbox start(SandboxId id, Arguments arguments) {
    long number = count.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    try {
      helper(number, answer).ask(number, arguments);
      String[] words = answer.get().split(" ", 3);
      if (!words[0].equals("ready")) {
        throw new SandboxException(id + " could not be started: " + answer.get());
      }
      return new RunningSandbox(id, Integer.parseInt(words[1]), Long.parseLong(words[2]));
    } catch (IOException | ExecutionException e) {
      throw new SandboxException(id + " could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while " + id + " was being started", e);
    }
  }

  /** The helper, a new one if there is none that lives, that knows of the question. */
  private synchronized Helper helper(long number, CompletableFuture<String> answer)
      throws IOException {
    if (helper.isPresent() && helper.get().expect(number, answer)) {
      return helper.get();
    }
    Helper fresh = new Helper(script("start.pl"), run, disks, root);
    fresh.expect(number, answer);
    helper = Optional.of(fresh);
    return fresh;
  }

  @Override
  public synchronized void close() {
    helper.ifPresent(Helper::end);
    helper = Optional.empty();
  }

  /** One process that runs {@code start.pl}. */
  private static final class Helper {
    private final Process process;
    private final Map<Long, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private boolean ended;

    Helper(Path script, Path run, Path disks, int root) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              "/usr/bin/perl",
              script.toString(),
              System.getProperty("os.arch", "").equals("amd64") ? "x86_64" : "aarch64",
              run.toString(),
              disks.toString(),
              Integer.toString(root));
      builder.environment().clear();
      builder.directory(Path.of("/").toFile());
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      process = builder.start();
      Thread.ofPlatform().daemon().name("sandbox-starter").start(this::listen);
    }

    synchronized boolean expect(long number, CompletableFuture<String> answer) {
      if (!ended) {
        asked.put(number, answer);
      }
      return !ended;
    }

    void ask(long number, Arguments arguments) throws IOException {
      byte[] lines = (number + "\n" + arguments.text() + "\n").getBytes(StandardCharsets.UTF_8);
      OutputStream out = process.getOutputStream();
      synchronized (out) {
        out.write(lines);
        out.flush();
      }
    }

    private void listen() {
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ", 2);
          CompletableFuture<String> answer = asked.remove(Long.valueOf(words[0]));
          if (answer != null) {
            answer.complete(words[1]);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        synchronized (this) {
          ended = true;
        }
        asked.values().forEach(a -> a.complete("the helper that starts sandboxes has ended"));
      }
    }

    void end() {
      try {
        process.getOutputStream().close();
      } catch (IOException e) {
        process.destroy();
      }
    }
  }
}
