package io.cloister.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where the program under test is.
 *
 * @param home the folder of {@code ./cloister}
 */
public record Launcher(Path home) {
  /** The one that {@code bench/run} belongs to. */
  public static Launcher here() {
    return new Launcher(Path.of(System.getProperty("cloister.home", "")).toAbsolutePath());
  }

  /** The script. */
  public String script() {
    return home.resolve("cloister").toString();
  }

  /**
   * Starts a server on a free port whose state is on disk, as a user's is, and is removed when it
   * ends.
   *
   * @throws IOException when it doesn't come up
   */
  public ServerProcess serve(String... options) throws IOException {
    return ServerProcess.start(this, state(), List.of(options));
  }

  /**
   * A new folder for the state of a server.
   *
   * @throws IOException when it can't be made
   */
  public static Path state() throws IOException {
    // Not in /tmp, which may be memory: an fsync would cost nothing there. Instances, which are
    // nobody, must get to their disks in it.
    Set<PosixFilePermission> all = PosixFilePermissions.fromString("rwx--x--x");
    Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "cloister-bench-");
    return Files.setPosixFilePermissions(folder, all);
  }
}
