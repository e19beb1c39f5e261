package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short commands of the machine's, as a hand that damages would type them. */
final class Shell {
  private Shell() {}

  /** Runs a line in a network namespace; it must succeed. What it says, errors too. */
  static String in(Path namespace, String line) {
    return run(List.of("nsenter", "--net=" + namespace, "sh", "-ec", line));
  }

  /** Runs a line. */
  static String run(String line) {
    return run(List.of("sh", "-ec", line));
  }

  private static String run(List<String> words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("%s: %s", words, said).isZero();
      return said;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
