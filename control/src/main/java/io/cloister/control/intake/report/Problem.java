package io.cloister.control.intake.report;

import io.cloister.control.intake.tree.Place;

/** Something that couldn't be understood as it stands, and what was made of it. */
public record Problem(Place place, String what) {
  @Override
  public String toString() {
    return place + ": " + what;
  }
}
