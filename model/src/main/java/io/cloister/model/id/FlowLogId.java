package io.cloister.model.id;

/** The id of a flow log, {@code fl-…}. */
public record FlowLogId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "fl";

  /** Refuses a text of another form. */
  public FlowLogId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
