package io.cloister.control.intake.report;

import io.cloister.model.network.Network;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of documents.
 *
 * @param kind what they were, such as {@code AWS CLI answers}
 * @param network what they describe
 * @param understood how many resources of each type are in the network
 * @param known how many of each type belong to networking and aren't modelled
 * @param skipped how many of each type have nothing to do with networking
 * @param problems what isn't as it should be, in the order of the documents
 */
public record Intake(
    String kind,
    Network network,
    SortedMap<String, Integer> understood,
    SortedMap<String, Integer> known,
    SortedMap<String, Integer> skipped,
    List<Problem> problems) {

  /** Copies the collections. */
  public Intake {
    understood = Collections.unmodifiableSortedMap(new TreeMap<>(understood));
    known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    problems = List.copyOf(problems);
  }

  /** How many resources were understood. */
  public int count() {
    return understood.values().stream().mapToInt(Integer::intValue).sum();
  }
}
