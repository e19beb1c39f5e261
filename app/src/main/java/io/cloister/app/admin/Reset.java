package io.cloister.app.admin;

import io.cloister.control.action.AwsException;
import io.cloister.control.store.Store;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * What a reset removed, of all accounts and regions.
 *
 * @param instances how many, in whatever state
 */
public record Reset(int vpcs, int instances) {
  /**
   * Removes everything; every account is as new. Returns when the kernel has followed.
   *
   * @throws AwsException {@code InternalError} if the kernel has not
   */
  static Reset all(Store store) {
    Store.Written<Reset> written =
        store.write(
            "server", "Reset", n -> new Store.Outcome<>(List.of(new Change.Clear()), counted(n)));
    try {
      written.enforced().join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new AwsException(
          "InternalError",
          500,
          "Reset, but not all is removed from the kernel yet: " + cause.getMessage());
    }
    return written.answer();
  }

  private static Reset counted(Network network) {
    return new Reset(network.vpcs().size(), network.instances().size());
  }
}
