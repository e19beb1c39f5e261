package io.cloister.bench.probe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

/**
 * The few calls that load a path with as little of their own as can be: Java's channels would cost
 * more than the forwarding that is measured.
 */
final class Posix {
  static final int STREAM = 1;
  static final int DATAGRAM = 2;
  private static final int INET = 2;
  private static final int CLOEXEC = 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_LINGER = 13;
  private static final int SO_RCVTIMEO = 20;

  private static final MethodHandle SOCKET = link("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = link("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CONNECT = link("connect", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle LISTEN = link("listen", JAVA_INT, JAVA_INT);
  private static final MethodHandle ACCEPT = link("accept", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle CLOSE = link("close", JAVA_INT);
  private static final MethodHandle SETSOCKOPT =
      link("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle SENDMMSG =
      link("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle RECVMMSG =
      link("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle AFFINITY =
      link("sched_setaffinity", JAVA_INT, JAVA_LONG, ADDRESS);

  private Posix() {}

  @SuppressWarnings("restricted") // the one place that links native functions
  private static MethodHandle link(String name, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
  }

  private interface Call {
    int make() throws Throwable;
  }

  @SuppressWarnings("IllegalCatch") // MethodHandle.invokeExact declares Throwable
  private static int call(String name, Call call) {
    int result;
    try {
      result = call.make();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
    if (result < 0) {
      throw new IllegalStateException(name + " failed");
    }
    return result;
  }

  /** An IPv4 address and port as the kernel reads it. */
  static MemorySegment address(Arena arena, byte[] ipv4, int port) {
    MemorySegment address = arena.allocate(16, 8);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) INET);
    address.set(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) port);
    MemorySegment.copy(ipv4, 0, address, ValueLayout.JAVA_BYTE, 4, 4);
    return address;
  }

  /** A socket in the calling thread's namespace. */
  static int socket(int type) {
    return call("socket", () -> (int) SOCKET.invokeExact(INET, type | CLOEXEC, 0));
  }

  static void bind(int fd, MemorySegment address) {
    call("bind", () -> (int) BIND.invokeExact(fd, address, 16));
  }

  static void connect(int fd, MemorySegment address) {
    call("connect", () -> (int) CONNECT.invokeExact(fd, address, 16));
  }

  static void listen(int fd) {
    call("listen", () -> (int) LISTEN.invokeExact(fd, 128));
  }

  static int accept(int fd) {
    return call(
        "accept", () -> (int) ACCEPT.invokeExact(fd, MemorySegment.NULL, MemorySegment.NULL));
  }

  static void close(int fd) {
    call("close", () -> (int) CLOSE.invokeExact(fd));
  }

  /** Closing then resets the connection, so that no port waits for a minute. */
  static void resetOnClose(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment linger = arena.allocateFrom(JAVA_INT, 1, 0);
      call("setsockopt", () -> (int) SETSOCKOPT.invokeExact(fd, SOL_SOCKET, SO_LINGER, linger, 8));
    }
  }

  /** Receiving and accepting fail when nothing comes for two seconds. */
  static void losePatience(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocateFrom(JAVA_LONG, 2, 0);
      call("setsockopt", () -> (int) SETSOCKOPT.invokeExact(fd, SOL_SOCKET, SO_RCVTIMEO, time, 16));
    }
  }

  /** Sends datagrams; how many went. */
  static int send(int fd, MemorySegment messages, int count) {
    return call("sendmmsg", () -> (int) SENDMMSG.invokeExact(fd, messages, count, 0));
  }

  /** Receives as many datagrams, and waits for them. */
  static int receive(int fd, MemorySegment messages, int count) {
    return call(
        "recvmmsg", () -> (int) RECVMMSG.invokeExact(fd, messages, count, 0, MemorySegment.NULL));
  }

  /** Keeps the calling thread on one processor. */
  static void stayOn(int processor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(128, 8);
      mask.set(ValueLayout.JAVA_BYTE, processor / 8, (byte) (1 << (processor % 8)));
      call("sched_setaffinity", () -> (int) AFFINITY.invokeExact(0, 128L, mask));
    }
  }
}
