package io.cloister.model.id;

/** The id of a volume, {@code vol-…}. */
public record VolumeId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "vol";

  /** Refuses a text of another form. */
  public VolumeId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
