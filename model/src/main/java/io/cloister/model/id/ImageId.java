package io.cloister.model.id;

/** The id of an image, {@code ami-…}. */
public record ImageId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "ami";

  /** Refuses a text of another form. */
  public ImageId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
