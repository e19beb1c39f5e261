package io.cloister.matrix;

import io.cloister.dataplane.linux.system.Linux;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opens sockets in network namespaces. A socket stays where it was opened, so one platform thread
 * that goes there and comes back is enough, and no packet is ever sent from the machine's own
 * namespace.
 */
final class Netns implements AutoCloseable {
  private static final Path OWN = Path.of("/proc/thread-self/ns/net");
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("matrix-netns").daemon().factory());

  /** Does something short in a namespace. */
  <T> T in(Path namespace, Callable<T> action) {
    try {
      return thread.submit(() -> there(namespace, action)).get();
    } catch (ExecutionException e) {
      throw new AssertionError(namespace + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static <T> T there(Path namespace, Callable<T> action) throws Exception {
    int home = Linux.open(OWN);
    int fd = -1;
    try {
      fd = Linux.open(namespace);
      Linux.setns(fd, Linux.CLONE_NEWNET);
      return action.call();
    } finally {
      Linux.setns(home, Linux.CLONE_NEWNET);
      Linux.close(home);
      if (fd >= 0) {
        Linux.close(fd);
      }
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
