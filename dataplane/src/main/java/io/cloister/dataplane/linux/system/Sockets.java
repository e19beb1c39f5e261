package io.cloister.dataplane.linux.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Sockets by descriptor. A socket belongs to the namespace of the thread that opened it. */
public final class Sockets {
  private static final int SOCK_CLOEXEC = 0x80000;

  private static final Native SOCKET = Native.of("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final Native SETSOCKOPT =
      Native.of("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final Native SEND = Native.sized("send", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final Native RECV = Native.sized("recv", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);

  private Sockets() {}

  /** Opens a socket in the calling thread's namespace. */
  public static int open(int domain, int type, int protocol) {
    return SOCKET.run(
        domain + ", " + type + ", " + protocol, domain, type | SOCK_CLOEXEC, protocol);
  }

  /** Sets an option of the type int; false when the kernel refuses. */
  public static boolean option(int fd, int level, int name, int value) {
    try (Arena arena = Arena.ofConfined()) {
      return SETSOCKOPT.call(fd, level, name, arena.allocateFrom(JAVA_INT, value), 4) >= 0;
    }
  }

  /** Sends all of a buffer; the bytes sent, or minus the error number. */
  public static long send(int fd, MemorySegment buffer, long length, int flags) {
    return SEND.call(fd, buffer, length, flags);
  }

  /** Receives into a buffer; the bytes received, or minus the error number. */
  public static long receive(int fd, MemorySegment buffer, int flags) {
    return RECV.call(fd, buffer, buffer.byteSize(), flags);
  }
}
