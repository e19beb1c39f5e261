package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Runs {@code start.pl}, which has to be a process of its own: a JVM has many threads, and those of
 * a process with many threads can neither make nor enter a user namespace.
 *
 * @param scripts directory with the scripts that sandboxes need, as this class laid them out
 */
record Starter(Path scripts) {
  private static final List<String> SCRIPTS = List.of("start.pl", "init.sh", "boot.sh", "enter.pl");

  /** Lays the scripts out. Those of sandboxes that run already keep the file that they opened. */
  static Starter in(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (String name : SCRIPTS) {
      Path fresh = directory.resolve(name + ".new");
      Files.write(fresh, resource(name));
      Files.setAttribute(fresh, "unix:mode", 0644);
      Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    return new Starter(directory);
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
    return scripts.resolve(name);
  }

  /**
   * Starts what the lines say and waits until it is up.
   *
   * @return the words of the answer
   * @throws SandboxException when it did not come up; nothing of it is left then
   */
  String[] start(SandboxId id, Arguments arguments) {
    try {
      ProcessBuilder builder = new ProcessBuilder("/usr/bin/perl", script("start.pl").toString());
      builder.environment().clear();
      builder.directory(Path.of("/").toFile());
      Process process = builder.start();
      try (OutputStream lines = process.getOutputStream()) {
        lines.write(arguments.text().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended before it had read everything; what it has to say about that comes now.
      }
      String answer = text(process.getInputStream());
      String error = text(process.getErrorStream());
      int code = process.waitFor();
      if (code != 0 || !answer.startsWith("ready ")) {
        throw new SandboxException(id + " could not be started: " + error.strip());
      }
      return answer.strip().split(" ", -1);
    } catch (IOException e) {
      throw new UncheckedIOException(id + " could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while " + id + " was being started", e);
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
