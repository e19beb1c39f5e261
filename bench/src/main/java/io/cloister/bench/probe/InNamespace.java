package io.cloister.bench.probe;

import io.cloister.dataplane.linux.system.Linux;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Does something in a network namespace, on a platform thread of its own that ends right after: a
 * socket that was opened there stays there, and may be used from any thread.
 */
public final class InNamespace {
  private InNamespace() {}

  /**
   * Does it, and waits for it.
   *
   * @param namespace the file of the namespace
   * @throws java.util.concurrent.CompletionException when the action threw
   */
  public static <T> T call(Path namespace, Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("in " + namespace.getFileName())
        .start(() -> {
          try {
            int fd = Linux.open(namespace);
            try {
              Linux.setns(fd, Linux.CLONE_NEWNET);
            } finally {
              Linux.close(fd);
            }
            result.complete(action.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }
}
