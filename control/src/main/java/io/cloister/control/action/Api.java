package io.cloister.control.action;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * AWS's API as a function: a request of the SDK's own class in, an answer of the SDK's own class
 * out. The HTTP server and the in-process client both stand in front of it.
 */
public interface Api {
  /** Whether an action for requests of this class is built. */
  boolean implemented(Class<? extends SdkRequest> request);

  /**
   * Answers a request whose wire form has already been validated against the service model. A write
   * is durable and enforced when this returns.
   *
   * @throws AwsException with AWS's code when the request is refused; nothing has changed then
   */
  SdkResponse call(Caller caller, SdkRequest request);
}
