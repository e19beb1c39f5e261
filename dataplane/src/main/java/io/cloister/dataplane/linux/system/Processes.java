package io.cloister.dataplane.linux.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Processes that are nobody's children here, and named pipes to talk with them. */
public final class Processes {
  // By number, because glibc has names for these calls only since 2.36; the numbers are the same on
  // every architecture.
  private static final long PIDFD_SEND_SIGNAL = 424;
  private static final long PIDFD_OPEN = 434;

  private static final int O_WRONLY_NONBLOCK_CLOEXEC = 1 | 0x800 | 0x80000;

  private static final Native SYSCALL =
      Native.variadic("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final Native MKFIFO = Native.of("mkfifo", ADDRESS, JAVA_INT);
  private static final Native OPEN = Native.variadic("open", 2, ADDRESS, JAVA_INT, JAVA_INT);
  private static final Native WRITE = Native.sized("write", JAVA_INT, ADDRESS, JAVA_LONG);

  private Processes() {}

  /**
   * A descriptor of a process, which names it even when the pid is given to another; it has input
   * once the process has ended.
   *
   * @throws SystemException when there is no such process
   */
  public static int open(int pid) {
    return SYSCALL.run("pidfd_open " + pid, PIDFD_OPEN, (long) pid, 0L, 0L, 0L);
  }

  /**
   * Sends a signal to the process that the descriptor was opened for, and to no other.
   *
   * @throws SystemException when it has ended
   */
  public static void signal(int pidfd, int signal) {
    SYSCALL.run("pidfd_send_signal", PIDFD_SEND_SIGNAL, (long) pidfd, (long) signal, 0L, 0L);
  }

  /** Makes a named pipe that only its owner may use. */
  public static void makePipe(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      MKFIFO.run(file.toString(), arena.allocateFrom(file.toString()), 0600);
    }
  }

  /**
   * Writes a short text to a named pipe without waiting, neither for a reader nor for room: whoever
   * is at the other end is not to be trusted with our time.
   *
   * @throws SystemException when nobody reads or there is no room
   */
  public static void poke(Path pipe, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(pipe.toString());
      int fd = OPEN.run(pipe.toString(), name, O_WRONLY_NONBLOCK_CLOEXEC, 0);
      try {
        WRITE.run(pipe.toString(), fd, arena.allocateFrom(JAVA_BYTE, bytes), (long) bytes.length);
      } finally {
        Linux.close(fd);
      }
    }
  }
}
