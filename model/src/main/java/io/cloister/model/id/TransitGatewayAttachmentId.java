package io.cloister.model.id;

/** The id of an attachment to a transit gateway, {@code tgw-attach-…}. */
public record TransitGatewayAttachmentId(String value) implements ResourceId {
  /** What its text begins with. */
  public static final String PREFIX = "tgw-attach";

  /** Refuses a text of another form. */
  public TransitGatewayAttachmentId {
    ResourceId.check(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
