package io.cloister.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * The log: warnings of ours, one line each, on stderr. Libraries are heard only when they fail;
 * with {@code --debug} ours say everything.
 */
final class Logging {
  private Logging() {}

  static void configure(boolean debug) {
    String text =
        """
        handlers = java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level = ALL
        java.util.logging.SimpleFormatter.format = %%1$tFT%%1$tT.%%1$tL %%4$s %%3$s: %%5$s%%6$s%%n
        .level = %s
        io.cloister.level = %s
        io.helidon.webserver.LoomServer.level = %s
        """
            .formatted(
                debug ? "INFO" : "SEVERE",
                debug ? "FINE" : "WARNING",
                // It logs a port that is taken with its whole stack; we say it in a line.
                debug ? "INFO" : "OFF");
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
