package io.cloister.control.intake.tree;

/** Something that can't be understood, and where it is written. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Place place;
  private final String what;

  /** Something at a place. */
  public Unreadable(Place place, String what) {
    super(place + ": " + what, null, false, false);
    this.place = place;
    this.what = what;
  }

  /** Where it is. */
  public Place place() {
    return place;
  }

  /** What is wrong, without the place. */
  public String what() {
    return what;
  }
}
