package io.cloister.dataplane.linux.sandbox;

import io.cloister.dataplane.linux.system.Linux;
import io.cloister.dataplane.linux.system.Polls;
import io.cloister.dataplane.linux.system.Processes;
import io.cloister.dataplane.linux.system.SystemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Waits for the end of processes that are nobody's children here: sandboxes outlive the server that
 * started them. One thread and one descriptor per process, where the JDK's {@link ProcessHandle}
 * would spend a thread on each and poll.
 */
final class Exits implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("\"exit-code\":\\s*(\\d{1,3})");

  private final int epoll = Polls.create();
  private final int wake = Polls.event();
  private final Map<Integer, Watched> byDescriptor = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** A process that is being watched, and the descriptor that names it beyond doubt. */
  record Watched(int pid, int pidfd, CompletableFuture<Void> ended) {
    /** Sends a signal, if the process is still there. */
    void signal(int signal) {
      synchronized (ended) { // or the descriptor could be closed and given to something else
        if (!ended.isDone()) {
          try {
            Processes.signal(pidfd, signal);
          } catch (SystemException e) {
            // It has just ended: what the signal was for has come about.
          }
        }
      }
    }
  }

  Exits() {
    Polls.add(epoll, wake);
    Thread.ofPlatform().daemon().name("sandbox-exits").start(this::run);
  }

  /**
   * Watches a process; {@code ended} is completed when it is gone.
   *
   * @throws SystemException when there is no such process, or only one that started at another time
   */
  Watched watch(int pid, long startTime) {
    int pidfd = Processes.open(pid);
    // Only now: the descriptor is of the process that has the pid now, and that is checked here.
    if (startTime(pid) != startTime) {
      Linux.close(pidfd);
      throw new SandboxException("process " + pid + " is not the one that started at " + startTime);
    }
    Watched watched = new Watched(pid, pidfd, new CompletableFuture<>());
    byDescriptor.put(pidfd, watched);
    Polls.add(epoll, pidfd);
    return watched;
  }

  /** When a process started, in clock ticks since boot; -1 for one that is gone or a zombie. */
  static long startTime(int pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The second field is the program's name in parentheses, which may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[0].equals("Z") ? -1 : Long.parseLong(fields[19]);
    } catch (IOException e) {
      return -1;
    }
  }

  private void run() {
    while (!closed) {
      for (int descriptor : Polls.await(epoll)) {
        if (!closed && descriptor != wake) {
          end(descriptor);
        }
      }
    }
    Linux.close(epoll);
    Linux.close(wake);
  }

  private void end(int pidfd) {
    Watched watched = byDescriptor.remove(pidfd);
    if (watched == null) {
      return;
    }
    synchronized (watched.ended) {
      Polls.remove(epoll, pidfd);
      Linux.close(pidfd);
      watched.ended.complete(null);
    }
  }

  /** Reads the exit code that bubblewrap wrote into its status file; empty if it wrote none. */
  static OptionalInt code(Path status) {
    try {
      Matcher matcher = CODE.matcher(Files.readString(status));
      return matcher.find()
          ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
          : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** Stops watching; what was asked to be told is not told any more. */
  @Override
  public void close() {
    closed = true;
    Polls.signal(wake);
  }
}
