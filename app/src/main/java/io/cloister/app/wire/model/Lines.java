package io.cloister.app.wire.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the distilled resources: lines of fields between bars, comments after a hash. */
final class Lines {
  private Lines() {}

  static void each(String resource, Consumer<String> line) {
    String text = read(resource);
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      if (to > from && text.charAt(from) != '#') {
        line.accept(text.substring(from, to));
      }
      from = to + 1;
    }
  }

  /** At most {@code limit} fields; the last keeps whatever bars it has. */
  static List<String> fields(String line, char separator, int limit) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(separator);
        at >= 0 && fields.size() < limit - 1;
        at = line.indexOf(separator, from)) {
      fields.add(line.substring(from, at));
      from = at + 1;
    }
    fields.add(line.substring(from));
    return fields;
  }

  private static String read(String resource) {
    try (InputStream in = Lines.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
