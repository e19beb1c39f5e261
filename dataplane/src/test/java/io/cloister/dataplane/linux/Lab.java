package io.cloister.dataplane.linux;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.model.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A directory of namespaces for one test, removed with all that is in it. Needs root. */
public final class Lab implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final Path directory =
      Path.of("/run/cloister-test")
          .resolve(ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
  private final LinuxKernel kernel = new LinuxKernel(directory);

  /** The kernel of this lab. */
  public LinuxKernel kernel() {
    return kernel;
  }

  /** Where the namespaces are. */
  public Path directory() {
    return directory;
  }

  /** Looks, and does what it takes. */
  public void apply(Table<NamespaceName, Namespace> wanted) {
    kernel.apply(Reconcile.steps(wanted, kernel.observe(wanted.values().toList())));
  }

  /** Runs a program in a namespace; what it says, on both streams. */
  public String run(NamespaceName namespace, String input, String... command) {
    List<String> words = new ArrayList<>();
    words.add("nsenter");
    words.add("--net=" + kernel.namespaces().file(namespace));
    words.addAll(List.of(command));
    return run(words, input);
  }

  /** Runs a line of shell outside of the namespaces, and gives it back. */
  public String elsewhere(String line) {
    run(List.of("sh", "-c", "(" + line + ") 2>/dev/null"), "");
    return line;
  }

  private static String run(List<String> words, String input) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(words + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs a line of shell in a namespace. */
  public String shell(NamespaceName namespace, String line) {
    return run(namespace, "", "sh", "-ec", line);
  }

  @Override
  public void close() {
    kernel.destroy();
    kernel.close();
  }
}
