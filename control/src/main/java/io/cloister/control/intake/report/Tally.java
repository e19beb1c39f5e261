package io.cloister.control.intake.report;

import io.cloister.control.intake.tree.Place;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.network.Network;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts while documents are read; for one reader, on one thread. */
public final class Tally {
  private final SortedMap<String, Integer> understood = new TreeMap<>();
  private final SortedMap<String, Integer> known = new TreeMap<>();
  private final SortedMap<String, Integer> skipped = new TreeMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  /** A resource is in the network. */
  public void understood(String type) {
    understood.merge(type, 1, Integer::sum);
  }

  /** A resource belongs to networking, and there is no noun for it. */
  public void known(String type) {
    known.merge(type, 1, Integer::sum);
  }

  /** Something has nothing to do with networking. */
  public void skipped(String type) {
    skipped.merge(type, 1, Integer::sum);
  }

  /** Something isn't as it should be. */
  public void problem(Place place, String what) {
    problems.add(new Problem(place, what));
  }

  /** Something couldn't be read. */
  public void problem(Unreadable e) {
    problem(e.place(), e.what());
  }

  /** What was found out so far. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The result. */
  public Intake result(String kind, Network network) {
    return new Intake(kind, network, understood, known, skipped, problems());
  }
}
