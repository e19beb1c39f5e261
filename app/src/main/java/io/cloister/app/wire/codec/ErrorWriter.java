package io.cloister.app.wire.codec;

import io.cloister.control.action.AwsException;

/** The two XML error envelopes. */
public final class ErrorWriter {
  private ErrorWriter() {}

  /** EC2's: a list of errors, and {@code RequestID} in capitals. */
  public static byte[] ec2(AwsException error, String requestId) {
    return new Xml()
        .start("Response")
        .start("Errors")
        .start("Error")
        .element("Code", error.code())
        .element("Message", error.text())
        .end()
        .end()
        .element("RequestID", requestId)
        .end()
        .bytes();
  }

  /**
   * The query protocol's, which REST-XML services share.
   *
   * @param namespace of the root element
   */
  public static byte[] query(AwsException error, String namespace, String requestId) {
    return new Xml()
        .startIn("ErrorResponse", namespace)
        .start("Error")
        .element("Type", error.status() < 500 ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", error.text())
        .end()
        .element("RequestId", requestId)
        .end()
        .bytes();
  }

  /** S3's: the error is the root. */
  public static byte[] s3(AwsException error, String requestId) {
    return new Xml()
        .start("Error")
        .element("Code", error.code())
        .element("Message", error.text())
        .element("RequestId", requestId)
        .end()
        .bytes();
  }
}
