package io.cloister.app.cli;

import java.util.Map;

/**
 * Colours, where somebody sees them: on a terminal, unless {@code NO_COLOR} is set (no-color.org).
 */
final class Style {
  private final boolean on;

  Style(boolean on) {
    this.on = on;
  }

  /** As fits where the standard output goes. */
  static Style ofOutput() {
    return new Style(wanted(System.getenv(), Terminal.console().isPresent()));
  }

  static boolean wanted(Map<String, String> environment, boolean terminal) {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  String bold(String text) {
    return painted("1", text);
  }

  String dim(String text) {
    return painted("2", text);
  }

  String red(String text) {
    return painted("31", text);
  }

  String green(String text) {
    return painted("32", text);
  }

  private String painted(String code, String text) {
    return on && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
