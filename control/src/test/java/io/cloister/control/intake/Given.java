package io.cloister.control.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real documents for tests: where the property {@code cloister.inputs} says, or nowhere. */
public final class Given {
  private Given() {}

  /** A file or folder of them; without it the test is skipped and says so. */
  public static Path at(String path) {
    String root = System.getProperty("cloister.inputs", "");
    assumeTrue(
        !root.isEmpty() && Files.exists(Path.of(root, path)),
        "skipped: cloister.inputs names no folder with " + path);
    return Path.of(root, path);
  }
}
