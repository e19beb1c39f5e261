package io.cloister.dataplane.linux.sandbox;

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
  /** How often the waiting thread looks whether it is still wanted. */
  private static final int BREATH_MILLIS = 1_000;

  private static final Pattern CODE = Pattern.compile("\"exit-code\":\\s*(\\d{1,3})");

  private final int epoll;
  private final Map<Integer, Watched> byDescriptor = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /** A process that is being watched, and the descriptor that names it beyond doubt. */
  record Watched(int pid, int pidfd, CompletableFuture<Void> ended) {
    /** Sends a signal, if the process is still there. */
    void signal(int signal) {
      synchronized (ended) { // or the descriptor could be closed and given to something else
        if (!ended.isDone()) {
          try {
            Libc.signal(pidfd, signal);
          } catch (IOException e) {
            // It has just ended: what the signal was for has come about.
          }
        }
      }
    }
  }

  Exits() throws IOException {
    epoll = Libc.epoll();
    thread = Thread.ofPlatform().daemon().name("sandbox-exits").start(this::run);
  }

  /**
   * Watches a process; {@code ended} is completed when it is gone.
   *
   * @throws IOException when there is no such process, or only one that started at another time
   */
  Watched watch(int pid, long startTime) throws IOException {
    int pidfd = Libc.pidfd(pid);
    // Only now: the descriptor is of the process that has the pid now, and that is checked here.
    if (startTime(pid) != startTime) {
      Libc.close(pidfd);
      throw new IOException("process " + pid + " is not the one that started at " + startTime);
    }
    Watched watched = new Watched(pid, pidfd, new CompletableFuture<>());
    byDescriptor.put(pidfd, watched);
    Libc.epollAdd(epoll, pidfd);
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
    try {
      while (!closed) {
        for (int pidfd : Libc.epollWait(epoll, BREATH_MILLIS)) {
          if (!closed) {
            end(pidfd);
          }
        }
      }
      Libc.close(epoll);
    } catch (IOException e) {
      throw new SandboxException("the machine refuses to say when processes end", e);
    }
  }

  private void end(int pidfd) throws IOException {
    Watched watched = byDescriptor.remove(pidfd);
    if (watched == null) {
      return;
    }
    synchronized (watched.ended) {
      Libc.epollRemove(epoll, pidfd);
      Libc.close(pidfd);
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

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
