package io.cloister.dataplane.linux.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Waiting for many descriptors on one thread: epoll and eventfd. */
public final class Polls {
  private static final int CLOEXEC = 0x80000;
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLL_CTL_DEL = 2;
  private static final int EPOLLIN = 1;

  /** Packed on x86-64 alone. */
  private static final boolean PACKED = System.getProperty("os.arch", "").equals("amd64");

  private static final int SIZE = PACKED ? 12 : 16;
  private static final int DATA = PACKED ? 4 : 8;

  private static final Native CREATE = Native.of("epoll_create1", JAVA_INT);
  private static final Native CONTROL =
      Native.of("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final Native WAIT = Native.of("epoll_wait", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final Native EVENTFD = Native.of("eventfd", JAVA_INT, JAVA_INT);
  private static final Native WRITE =
      Native.sized("write", JAVA_INT, ADDRESS, ValueLayout.JAVA_LONG);

  private Polls() {}

  /** A new epoll descriptor. */
  public static int create() {
    return CREATE.run("", CLOEXEC);
  }

  /** Watches a descriptor for input. */
  public static void add(int epoll, int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(SIZE);
      event.set(JAVA_INT, 0, EPOLLIN);
      event.set(JAVA_LONG_UNALIGNED, DATA, fd);
      CONTROL.run("add " + fd, epoll, EPOLL_CTL_ADD, fd, event);
    }
  }

  /** Stops to watch a descriptor. */
  public static void remove(int epoll, int fd) {
    CONTROL.call(epoll, EPOLL_CTL_DEL, fd, MemorySegment.NULL);
  }

  /** Waits, without end, for input on at least one descriptor; which ones, at most 64. */
  public static int[] await(int epoll) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment events = arena.allocate(64L * SIZE, 8);
      long count = WAIT.call(epoll, events, 64, -1);
      if (count == -Errno.EINTR) {
        return new int[0];
      }
      if (count < 0) {
        throw new SystemException("epoll_wait", (int) -count);
      }
      int[] ready = new int[(int) count];
      for (int i = 0; i < ready.length; i++) {
        ready[i] = (int) events.get(JAVA_LONG_UNALIGNED, (long) i * SIZE + DATA);
      }
      return ready;
    }
  }

  /** A descriptor that has input once {@link #signal} was called. */
  public static int event() {
    return EVENTFD.run("", 0, CLOEXEC);
  }

  /** Wakes whoever waits for an event descriptor. */
  public static void signal(int event) {
    try (Arena arena = Arena.ofConfined()) {
      WRITE.call(event, arena.allocateFrom(ValueLayout.JAVA_LONG, 1), 8L);
    }
  }
}
