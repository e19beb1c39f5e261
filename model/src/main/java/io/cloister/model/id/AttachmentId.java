package io.cloister.model.id;

/** The id of the attachment of a network interface to an instance, {@code eni-attach-…}. */
public record AttachmentId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "eni-attach";

  /** Refuses a text of another form. */
  public AttachmentId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
