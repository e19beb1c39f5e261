package io.cloister.advice.lint;

import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules over a network. */
public final class Lint {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.rule().severity())
          .reversed()
          .thenComparing(Finding::rule)
          .thenComparing(f -> f.resource().toString())
          .thenComparing(Finding::fact);

  private Lint() {}

  /** What is wrong, the worst first; always in the same order for the same network. */
  public static List<Finding> of(Network network) {
    return Stream.of(
            Exposure.of(network), Routing.of(network), Acls.of(network), Upkeep.of(network))
        .flatMap(s -> s)
        .filter(f -> described(network, f.resource()))
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  /**
   * Whether the input describes a resource; what the intake had to infer to make the network whole
   * says nothing of the design, and its origin says so.
   */
  static boolean described(Network network, ResourceId id) {
    return network.origin(id).filter(o -> o.endsWith("(not described itself)")).isEmpty();
  }
}
