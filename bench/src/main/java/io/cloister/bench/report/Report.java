package io.cloister.bench.report;

import java.util.ArrayList;
import java.util.List;

/** What a benchmark found: as a table for people, as JSON for programs. */
public record Report(String benchmark, List<Figure> figures) {
  /** Copies. */
  public Report {
    figures = List.copyOf(figures);
  }

  /** A line per figure, in columns. */
  public String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(benchmark, "value", "unit", "spread", "rounds", "target", ""));
    for (Figure f : figures) {
      rows.add(
          List.of(
              f.name(),
              Digits.text(f.value()),
              f.unit(),
              f.spread().isPresent() ? Digits.percent(f.spread().getAsDouble()) : "-",
              Integer.toString(f.rounds()),
              f.target().toString(),
              f.verdict()));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int at = i;
        int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        boolean right = i == 1 || i == 3 || i == 4;
        String padding = " ".repeat(width - row.get(i).length());
        line.append(right ? padding + row.get(i) : row.get(i) + padding).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** One JSON object. Spreads and targets that aren't there are null. */
  public String json() {
    StringBuilder text = new StringBuilder();
    text.append("{\"benchmark\":").append(quoted(benchmark)).append(",\"figures\":[");
    for (int i = 0; i < figures.size(); i++) {
      Figure f = figures.get(i);
      text.append(i == 0 ? "" : ",")
          .append("{\"name\":")
          .append(quoted(f.name()))
          .append(",\"value\":")
          .append(f.value())
          .append(",\"unit\":")
          .append(quoted(f.unit()))
          .append(",\"spread\":")
          .append(f.spread().isPresent() ? Double.toString(f.spread().getAsDouble()) : "null")
          .append(",\"rounds\":")
          .append(f.rounds())
          .append(",\"target\":")
          .append(f.target() instanceof Target.None ? "null" : quoted(f.target().toString()))
          .append(",\"verdict\":")
          .append(f.target() instanceof Target.None ? "null" : quoted(f.verdict()))
          .append('}');
    }
    return text.append("]}").toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
