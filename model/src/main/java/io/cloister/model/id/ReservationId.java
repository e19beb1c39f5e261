package io.cloister.model.id;

/** The id of a reservation: what one call of RunInstances started, {@code r-…}. */
public record ReservationId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "r";

  /** Refuses a text of another form. */
  public ReservationId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
