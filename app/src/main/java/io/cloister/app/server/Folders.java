package io.cloister.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a server keeps what it keeps when nobody says where. */
public final class Folders {
  private Folders() {}

  /**
   * The folder of the state: {@code /var/lib/cloister} for the machine's root, else {@code
   * cloister} in {@code $XDG_STATE_HOME}, which is {@code ~/.local/state} when unset (XDG Base
   * Directory Specification).
   */
  public static Path state() {
    return isRoot() ? Path.of("/var/lib/cloister") : stateOfUser(System.getenv());
  }

  /**
   * The folder of what runs, by the port of the server: where {@code ./cloister exec} looks. {@code
   * /run/cloister/PORT} for root, else {@code cloister/PORT} in {@code $XDG_RUNTIME_DIR} or, when
   * that is unset, {@code ~/.cache/cloister/run/PORT}; {@code $CLOISTER_RUN} replaces all but the
   * port.
   */
  public static Path run(int port) {
    String configured = System.getenv().getOrDefault("CLOISTER_RUN", "");
    Path base =
        configured.isEmpty()
            ? isRoot() ? Path.of("/run/cloister") : runOfUser(System.getenv())
            : Path.of(configured);
    return base.resolve(Integer.toString(port));
  }

  static Path stateOfUser(Map<String, String> environment) {
    // The specification: a relative path is invalid and to be ignored.
    String configured = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base =
        configured.startsWith("/")
            ? Path.of(configured)
            : home(environment).resolve(".local/state");
    return base.resolve("cloister");
  }

  static Path runOfUser(Map<String, String> environment) {
    String configured = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    return configured.startsWith("/")
        ? Path.of(configured).resolve("cloister")
        : home(environment).resolve(".cache/cloister/run");
  }

  private static Path home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.startsWith("/") ? home : System.getProperty("user.home", "/"));
  }

  /** Root of a user namespace, as a rootless server is, is an ordinary user outside. */
  private static boolean isRoot() {
    if (!System.getProperty("user.name", "").equals("root")) {
      return false;
    }
    try {
      return Files.readString(Path.of("/proc/self/uid_map"))
          .strip()
          .matches("0\\s+0\\s+4294967295");
    } catch (IOException e) {
      return false;
    }
  }
}
