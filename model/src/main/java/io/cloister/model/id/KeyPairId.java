package io.cloister.model.id;

/** The id of a key pair, {@code key-…}. */
public record KeyPairId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "key";

  /** Refuses a text of another form. */
  public KeyPairId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
