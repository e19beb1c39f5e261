package io.cloister.control.action;

import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * One action of AWS's API, named as the action. It decides and changes nothing: the one writer
 * does, so {@code DryRun} and replay come free.
 *
 * <p>The frame around it handles {@code DryRun}, idempotency tokens, and members that an action
 * doesn't declare, which it refuses by name.
 *
 * @param <I> the SDK's request
 * @param <O> the SDK's answer
 */
public interface Action<I extends SdkRequest, O extends SdkResponse> {

  /** The class of the requests that it decides on. */
  Class<I> request();

  /**
   * The request's members that it honours or keeps, by the SDK's {@code memberName}, such as {@code
   * CidrBlock}. A nested one is written with a dot ({@code NetworkInterfaces.DeviceIndex}); a
   * structure named without one is honoured whole. {@code DryRun} and {@code ClientToken} go
   * without saying.
   */
  Set<String> honours();

  /** Whether it may change anything: a call of {@code Describe…} does not. */
  default boolean writes() {
    return true;
  }

  /**
   * What the data plane must carry for the answer to be true. A server that carries packets, but
   * not these, refuses the request with {@code UnsupportedOperation}.
   */
  default Set<Feature> needs(I request) {
    return Set.of();
  }

  /**
   * Decides on a request.
   *
   * @param network the whole network, with the caller's scope opened: its defaults are there
   * @throws AwsException with AWS's code when it is refused
   */
  Decision<O> decide(Network network, Caller caller, I request, Draw draw);
}
