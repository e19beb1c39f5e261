package io.cloister.bench;

import io.cloister.bench.authorize.Authorize;
import io.cloister.bench.forwarding.Forwarding;
import io.cloister.bench.instances.Instances;
import io.cloister.bench.plan.Plan;
import io.cloister.bench.report.Report;
import io.cloister.bench.server.Launcher;
import io.cloister.bench.start.Start;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code bench/run} runs. */
public final class Main {
  private static final int FEWEST_ROUNDS = 15;

  private Main() {}

  private static List<Benchmark> all(Launcher launcher) {
    return List.of(
        new Measured(
            "authorize",
            "the time of AuthorizeSecurityGroupIngress, and from sending it to the first packet "
                + "through,\nat 10, 100 and 1,000 interfaces (5 min)",
            rounds -> new Authorize(launcher).run(rounds)),
        new Measured(
            "forwarding",
            "packets between two instances of different subnets, against the same namespaces "
                + "with\nplain forwarding and no rules (2 min)",
            rounds -> new Forwarding(launcher).run(rounds)),
        new Measured(
            "start",
            "from starting the server to its ready line, with and without the AOT cache (1 min)",
            rounds -> new Start(launcher).run(rounds)),
        new Measured(
            "instances",
            "1,000 instances in one VPC by one call: until all run, and the server's memory "
                + "(2 min;\na third of the rounds)",
            rounds -> new Instances(launcher).run(Math.max(1, rounds / 3))),
        new Measured(
            "plan",
            "the pure part of a change, from two networks to the kernel's steps (4 min; no root)",
            Plan::run));
  }

  private interface Work {
    Report run(int rounds) throws Exception;
  }

  private record Measured(String name, String about, Work work) implements Benchmark {
    @Override
    public Report run(int rounds) throws Exception {
      return work.run(rounds);
    }
  }

  /** Arguments: {@code [--json] [--rounds N] NAME...}, or nothing for a list. */
  public static void main(String[] arguments) throws Exception {
    boolean json = false;
    int rounds = FEWEST_ROUNDS;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--json" -> json = true;
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        default -> names.add(arguments[i]);
      }
    }
    List<Benchmark> all = all(Launcher.here());
    if (names.isEmpty()) {
      list(all, System.out);
      return;
    }
    List<Benchmark> chosen = new ArrayList<>();
    for (String name : names.equals(List.of("all")) ? names(all) : names) {
      Optional<Benchmark> found = all.stream().filter(b -> b.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        System.err.println("bench: no benchmark is called " + name + "; there are " + names(all));
        System.exit(2);
      }
      chosen.add(found.orElseThrow());
    }
    run(chosen, rounds, json);
  }

  private static void run(List<Benchmark> chosen, int rounds, boolean json) throws Exception {
    if (rounds < FEWEST_ROUNDS) {
      System.err.println("bench: fewer than " + FEWEST_ROUNDS + " rounds prove nothing");
    }
    List<String> reports = new ArrayList<>();
    for (Benchmark benchmark : chosen) {
      Report report = benchmark.run(rounds);
      reports.add(report.json());
      if (!json) {
        System.out.println(report.table());
      }
    }
    if (json) {
      System.out.println("[" + String.join(",\n", reports) + "]");
    }
    // Idle threads of clients need not be waited for.
    System.exit(0);
  }

  private static List<String> names(List<Benchmark> all) {
    return all.stream().map(Benchmark::name).toList();
  }

  private static void list(List<Benchmark> all, PrintStream out) {
    for (Benchmark benchmark : all) {
      out.printf("%-12s", benchmark.name());
      out.println(benchmark.about().replace("\n", "\n" + " ".repeat(12)));
    }
    out.println(
        """

        bench/run NAME...       measures; "all" is all of them. Needs root, and a quiet machine.
          --rounds N            how often each side is measured, 15 at least (default 15)
          --json                one JSON array instead of tables

        A value is the median of the rounds, which alternate between the things that are compared.
        A spread is the distance between the quartiles of the rounds, as a share of the median;
        over 10 % the verdict is "inconclusive". A ratio is taken within each round, so that a
        machine that is slower for a while is slower for both sides.
        Units: ms, s and MB (2^20 bytes) are what they are; "per CPU second" counts the CPU time
        of the measuring threads and of the kernel's packet threads, not the time that passed.\
        """);
  }
}
