package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.admin.AdminClient;
import io.cloister.app.admin.Drops;
import io.cloister.dataplane.DataPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which can be killed. */
final class ServerProcess {
  private static final String READY = "cloister is ready at ";

  private final Process process;
  private final URI uri;

  private ServerProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param folder of its state, of what runs and of its log
   * @param port 0 for any
   */
  static ServerProcess start(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.cloister.app.Main",
            "serve",
            "--port",
            Integer.toString(port),
            "--state",
            folder.resolve("state").toString());
    builder.environment().put("CLOISTER_RUN", folder.resolve("run").toString());
    Path log = folder.resolve("log");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    String line = process.inputReader().readLine();
    assertThat(line).as(() -> text(log)).startsWith(READY);
    return new ServerProcess(process, URI.create(line.substring(READY.length())));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return uri;
  }

  /** The folder of what runs. */
  static Path run(Path folder, int port) {
    return folder.resolve("run").resolve(Integer.toString(port));
  }

  /** What the server has been told by the gates since it started. */
  List<DataPlane.Drop> drops() {
    try {
      return new AdminClient(uri)
          .get("drops", Drops.class).drops().stream()
              .map(d ->
                  new DataPlane.Drop(
                      d.milliseconds(), d.where(), d.gate(), d.interfaceId(), d.packet()))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: nothing of its own ends with it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and waits for its end. */
  void terminate() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
  }
}
