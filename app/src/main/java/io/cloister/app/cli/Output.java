package io.cloister.app.cli;

import io.cloister.app.admin.Json;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How results are printed. */
final class Output {
  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  /** Reads what a server answered. */
  static <T> T read(String answer, Class<T> type) throws Environment {
    try {
      return Json.read(answer, type);
    } catch (IOException e) {
      throw new Environment(String.valueOf(e.getMessage()));
    }
  }

  /** Prints JSON as it came. */
  static void raw(PrintWriter out, String answer) {
    out.println(answer);
    out.flush();
  }
}
