package io.cloister.app.demo;

/**
 * A row of the demo's table.
 *
 * @param when what was done just before; empty when nothing was
 * @param port such as {@code tcp/80}
 * @param asExpected whether what was seen is what was expected
 */
public record Result(
    String when,
    String from,
    String to,
    String address,
    String port,
    String expected,
    String seen,
    boolean asExpected) {
  static Result of(Probe probe, Seen seen) {
    return new Result(
        probe.when(),
        probe.from().name(),
        probe.to().name(),
        probe.address(),
        probe.service(),
        probe.expected().text(),
        seen.text(),
        seen.is(probe.expected()));
  }
}
