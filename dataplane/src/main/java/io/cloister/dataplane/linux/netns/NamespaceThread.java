package io.cloister.dataplane.linux.netns;

import io.cloister.dataplane.linux.system.Linux;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The one thread that enters namespaces. It is a platform thread of its own (a virtual thread would
 * drag its carrier along), does one thing there and comes back at once, since a thread keeps the
 * namespace that it is in from going away. Where it comes back to is an empty namespace of its own:
 * an ordinary user's server may leave the machine's network, and never return to it.
 */
final class NamespaceThread implements AutoCloseable {
  private static final Path OWN = Path.of("/proc/thread-self/ns/net");
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("cloister-netns").daemon(true).factory());
  private final int home;

  NamespaceThread() {
    this.home =
        run(() -> {
          Linux.unshare(Linux.CLONE_NEWNET);
          return Linux.open(OWN);
        });
  }

  /** Does something in the namespace that a descriptor stands for. */
  <T> T in(int namespace, Callable<T> action) {
    return run(() -> {
      Linux.setns(namespace, Linux.CLONE_NEWNET);
      try {
        return action.call();
      } finally {
        Linux.setns(home, Linux.CLONE_NEWNET);
      }
    });
  }

  /** Makes a namespace and pins it to a file that is there. */
  void create(Path file) {
    run(() -> {
      Linux.unshare(Linux.CLONE_NEWNET);
      try {
        Linux.mount(OWN, file, Linux.MS_BIND);
      } finally {
        Linux.setns(home, Linux.CLONE_NEWNET);
      }
      return true;
    });
  }

  private <T> T run(Callable<T> action) {
    Future<T> future = executor.submit(action);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          // What was begun in a namespace is finished; the caller hears of the interrupt after.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("in a network namespace", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    executor.close();
    Linux.close(home);
  }
}
