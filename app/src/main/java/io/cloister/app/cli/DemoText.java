package io.cloister.app.cli;

import io.cloister.app.demo.Result;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The demo on a terminal: a picture, what is being built, and the table as its rows come in. */
final class DemoText {
  private static final String PICTURE =
      """

         internet 203.0.113.10
             |
         internet gateway            10.0.0.0/16 in three Availability Zones
             |
       public    10.0.0-2.0/24      web   tcp/80 from anywhere
             |
       private   10.0.10-12.0/24    app-a, app-b, app-c   tcp/8080, udp/8125, ping from web
             |
       database  10.0.20-22.0/24    db    tcp/5432 from app

      """;

  private static final String ROW = "%-2s %-8s %-21s %-8s %-21s %s";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Style style;
  private final boolean quiet;
  private final long begun = System.nanoTime();
  private boolean headed;

  /**
   * A terminal.
   *
   * @param quiet whether the table is left out, as something else is printed on stdout
   */
  DemoText(PrintWriter out, PrintWriter err, Style style, boolean quiet) {
    this.out = out;
    this.err = err;
    this.style = style;
    this.quiet = quiet;
  }

  void begin() {
    err.print(PICTURE);
    err.flush();
  }

  void progress(String what) {
    err.println(style.dim(String.format(Locale.ROOT, "%5.1f s  ", seconds())) + what);
    err.flush();
  }

  void row(Result row) {
    if (quiet) {
      return;
    }
    if (!headed) {
      headed = true;
      out.println();
      out.println(
          style.bold(
              String.format(ROW, "", "FROM", "TO", "PORT", "EXPECTED", "SEEN").stripTrailing()));
    }
    String mark = row.asExpected() ? style.green("ok") : style.red("NO");
    String to = row.to() + " " + row.address();
    String rest =
        String.format(ROW, "", row.from(), to, row.port(), row.expected(), row.seen()).substring(2);
    out.println(mark + rest + (row.when().isEmpty() ? "" : style.dim("  [" + row.when() + "]")));
    out.flush();
  }

  void end(List<Result> results) {
    long bad = results.stream().filter(r -> !r.asExpected()).count();
    String total = results.size() + " requests, ";
    String verdict =
        bad == 0
            ? style.green("each ended as expected")
            : style.red(bad + " did not end as expected");
    err.println();
    progress(total + verdict);
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}
