package io.cloister.app.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal, where the command has one on both its input and its output. */
final class Terminal {
  private Terminal() {}

  static Optional<Console> console() {
    // JDK 22 to 24 gave a console also without a terminal; before and since there is null.
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
