package io.cloister.dataplane.linux.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The few system calls that the JDK has no word for. Descriptors are plain numbers. */
final class Libc {
  private static final int PIDFD_SEND_SIGNAL = 424;
  private static final int PIDFD_OPEN = 434;
  private static final int O_WRONLY_NONBLOCK_CLOEXEC = 1 | 0x800 | 0x80000;
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLL_CTL_DEL = 2;
  private static final int EPOLLIN = 1;
  private static final int CLOEXEC = 0x80000;

  /** {@code struct epoll_event} is packed on x86-64 alone. */
  private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

  private static final long EVENT_SIZE = PACKED ? 12 : 16;
  private static final long EVENT_DATA = PACKED ? 4 : 8;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  // By number, because glibc has names for the pidfd calls only since 2.36; these numbers are the
  // same on every architecture.
  private static final MethodHandle SYSCALL =
      function("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle MKFIFO = function("mkfifo", 0, ADDRESS, JAVA_INT);
  private static final MethodHandle OPEN = function("open", 2, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle WRITE = function("write", 0, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle CLOSE = function("close", 0, JAVA_INT);
  private static final MethodHandle EPOLL_CREATE = function("epoll_create1", 0, JAVA_INT);
  private static final MethodHandle EPOLL_CTL =
      function("epoll_ctl", 0, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle EPOLL_WAIT =
      function("epoll_wait", 0, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);

  private Libc() {}

  /** A descriptor of the process; fails where there is none such. */
  static int pidfd(int pid) throws IOException {
    return (int)
        call(
            "pidfd_open",
            s -> (long) SYSCALL.invokeExact(s, (long) PIDFD_OPEN, (long) pid, 0L, 0L, 0L));
  }

  /** Sends the signal to the process that the descriptor was opened for and to no other. */
  static void signal(int pidfd, int signal) throws IOException {
    call(
        "pidfd_send_signal",
        s ->
            (long)
                SYSCALL.invokeExact(
                    s, (long) PIDFD_SEND_SIGNAL, (long) pidfd, (long) signal, 0L, 0L));
  }

  /** Makes a named pipe that only its owner may use. */
  static void mkfifo(Path path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path.toString());
      call("mkfifo " + path, s -> (int) MKFIFO.invokeExact(s, name, 0600));
    }
  }

  /**
   * Writes to a named pipe without ever waiting: neither for a reader nor for room, since the one
   * at the other end is not to be trusted with the server's time.
   */
  static void poke(Path fifo, String text) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(fifo.toString());
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      int fd =
          (int)
              call(
                  "open " + fifo,
                  s -> (int) OPEN.invokeExact(s, name, O_WRONLY_NONBLOCK_CLOEXEC, 0));
      try {
        call("write " + fifo, s -> (long) WRITE.invokeExact(s, fd, buffer, (long) bytes.length));
      } finally {
        close(fd);
      }
    }
  }

  static void close(int fd) throws IOException {
    call("close", s -> (int) CLOSE.invokeExact(s, fd));
  }

  static int epoll() throws IOException {
    return (int) call("epoll_create1", s -> (int) EPOLL_CREATE.invokeExact(s, CLOEXEC));
  }

  /** Tells the epoll descriptor to wait for {@code fd} too, under that number. */
  static void epollAdd(int epoll, int fd) throws IOException {
    epollControl(epoll, EPOLL_CTL_ADD, fd);
  }

  static void epollRemove(int epoll, int fd) throws IOException {
    epollControl(epoll, EPOLL_CTL_DEL, fd);
  }

  private static void epollControl(int epoll, int operation, int fd) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(16, 8);
      event.set(JAVA_INT, 0, EPOLLIN);
      event.set(ValueLayout.JAVA_LONG_UNALIGNED, EVENT_DATA, fd);
      call("epoll_ctl", s -> (int) EPOLL_CTL.invokeExact(s, epoll, operation, fd, event));
    }
  }

  /** Waits up to {@code millis} for any of the descriptors; those that are ready. */
  static int[] epollWait(int epoll, int millis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment events = arena.allocate(64 * EVENT_SIZE, 8);
      int n =
          (int) call("epoll_wait", s -> (int) EPOLL_WAIT.invokeExact(s, epoll, events, 64, millis));
      int[] ready = new int[n];
      for (int i = 0; i < n; i++) {
        ready[i] = (int) events.get(ValueLayout.JAVA_LONG_UNALIGNED, i * EVENT_SIZE + EVENT_DATA);
      }
      return ready;
    }
  }

  @SuppressWarnings("restricted") // calling C is what this class is for
  private static MethodHandle function(String name, int fixed, MemoryLayout... arguments) {
    MemoryLayout result = name.equals("syscall") || name.equals("write") ? JAVA_LONG : JAVA_INT;
    Linker.Option errno = Linker.Option.captureCallState("errno");
    Linker.Option[] options =
        fixed == 0
            ? new Linker.Option[] {errno}
            : new Linker.Option[] {errno, Linker.Option.firstVariadicArg(fixed)};
    return LINKER.downcallHandle(
        LINKER.defaultLookup().find(name).orElseThrow(() -> new AssertionError(name)),
        FunctionDescriptor.of(result, arguments),
        options);
  }

  private interface Native {
    long invoke(MemorySegment state) throws Throwable;
  }

  private static long call(String what, Native function) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = function.invoke(state);
      if (result < 0) {
        throw new IOException(what + ": errno " + (int) ERRNO.get(state, 0L));
      }
      return result;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
