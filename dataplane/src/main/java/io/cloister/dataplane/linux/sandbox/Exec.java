package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands inside the sandboxes of a server from Java, by the same script as {@code ./cloister
 * exec}: so with the same rights, and found by the same record.
 *
 * @param run the server's run directory
 */
public record Exec(Path run) {
  /**
   * Starts a command without input.
   *
   * @param sandbox the name that the sandbox has
   * @throws IOException if the machine can't start another process
   */
  public Command start(String sandbox, List<String> command) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "/usr/bin/perl", run.resolve("bin/enter.pl").toString(), run.toString(), sandbox));
    words.addAll(command);
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    return new Command(process);
  }

  /** A command that was started. */
  public static final class Command implements AutoCloseable {
    private static final long GRACE_MILLIS = 1_000;

    private final Process process;

    private Command(Process process) {
      this.process = process;
    }

    /** Waits for its end; says whether it has ended. */
    public boolean ended(long milliseconds) throws InterruptedException {
      return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The exit code, when it has ended: as that of {@code ./cloister exec}. */
    public int code() {
      return process.exitValue();
    }

    /** What it wrote, up to a pipe's 64 KiB, errors too; waits for its end. */
    public String output() throws IOException {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Ends it, if it still runs. The script passes the signal on to what runs inside. */
    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
