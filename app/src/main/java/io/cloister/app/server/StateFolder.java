package io.cloister.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a server keeps its state when nobody says where. */
public final class StateFolder {
  private static final Path OF_ROOT = Path.of("/var/lib/cloister");

  private StateFolder() {}

  /**
   * The default: {@code /var/lib/cloister} for the machine's root, else {@code cloister} in {@code
   * $XDG_STATE_HOME}, which is {@code ~/.local/state} when unset (XDG Base Directory
   * Specification).
   */
  public static Path byDefault() {
    return isRoot()
        ? OF_ROOT
        : ofUser(System.getenv(), Path.of(System.getProperty("user.home", "/")));
  }

  static Path ofUser(Map<String, String> environment, Path home) {
    String configured = environment.getOrDefault("XDG_STATE_HOME", "");
    String own = environment.getOrDefault("HOME", "");
    // The specification: a relative path is invalid and to be ignored.
    Path base =
        configured.startsWith("/")
            ? Path.of(configured)
            : (own.startsWith("/") ? Path.of(own) : home).resolve(".local/state");
    return base.resolve("cloister");
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
