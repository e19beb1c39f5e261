package io.cloister.app.server;

import io.cloister.app.wire.Admin;
import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * Stands where the API will be while the server starts. The port is bound first, because a port
 * that is taken must be found out before the journal is opened and the kernel touched; who calls in
 * between waits here.
 */
final class Gate implements Api, Admin {
  private record Behind(Api api, Admin admin) {}

  private final CompletableFuture<Behind> behind = new CompletableFuture<>();

  /** Lets everybody through. */
  void open(Api api, Admin admin) {
    behind.complete(new Behind(api, admin));
  }

  /** There will be no server: whoever waits is told. */
  void giveUp() {
    behind.completeExceptionally(
        new AwsException("Unavailable", 503, "The server could not start"));
  }

  @Override
  public boolean implemented(Class<? extends SdkRequest> request) {
    return waited().api().implemented(request);
  }

  @Override
  public SdkResponse call(Caller caller, SdkRequest request) {
    return waited().api().call(caller, request);
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return waited().admin().answer(call);
  }

  private Behind waited() {
    try {
      return behind.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AwsException told) {
        throw told;
      }
      throw e;
    }
  }
}
