package io.cloister.matrix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.linux.system.Linux;
import io.cloister.dataplane.linux.system.Sockets;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** A socket below ports: any protocol, and packets whose IP header is the sender's own work. */
final class Raw implements AutoCloseable {
  /** Packets with their IP header. */
  static final int WHOLE = 255;

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_RAW = 3;
  private static final int IPPROTO_IP = 0;
  private static final int IPPROTO_IPV6 = 41;
  private static final int PMTUDISC_DO = 2;
  private static final int MSG_DONTWAIT = 0x40;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle SENDTO =
      function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CONNECT =
      function("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKOPT =
      function("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);

  private final int fd;
  private final boolean four;

  private Raw(int fd, boolean four) {
    this.fd = fd;
    this.four = four;
  }

  @SuppressWarnings("restricted") // Java has no raw sockets.
  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  /** Opens one in the calling thread's namespace. */
  static Raw open(boolean four, int protocol) {
    return new Raw(Sockets.open(four ? AF_INET : AF_INET6, SOCK_RAW, protocol), four);
  }

  /** Opens one for datagrams that may not be cut, to one address. */
  static Raw datagrams(InetAddress to, int port) {
    boolean four = to instanceof Inet4Address;
    Raw socket = new Raw(Sockets.open(four ? AF_INET : AF_INET6, SOCK_DGRAM, 0), four);
    Sockets.option(socket.fd, four ? IPPROTO_IP : IPPROTO_IPV6, four ? 10 : 23, PMTUDISC_DO);
    try (Arena arena = Arena.ofConfined()) {
      int result = (int) CONNECT.invokeExact(socket.fd, address(arena, to, port), length(to));
      assertThat(result).isZero();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    return socket;
  }

  /** The bytes that the path to the one address takes, as far as the kernel knows. */
  int mtu() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(JAVA_INT);
      MemorySegment size = arena.allocateFrom(JAVA_INT, 4);
      int result =
          (int)
              GETSOCKOPT.invokeExact(
                  fd, four ? IPPROTO_IP : IPPROTO_IPV6, four ? 14 : 24, value, size);
      assertThat(result).isZero();
      return value.get(JAVA_INT, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Sends; false when this machine refuses. */
  boolean send(InetAddress to, byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(bytes.length);
      MemorySegment.copy(bytes, 0, buffer, ValueLayout.JAVA_BYTE, 0, bytes.length);
      long sent =
          (long)
              SENDTO.invokeExact(
                  fd, buffer, (long) bytes.length, 0, address(arena, to, 0), length(to));
      return sent == bytes.length;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Sends to the one address; false when this machine refuses. */
  boolean send(byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(bytes.length);
      return Sockets.send(fd, buffer, bytes.length, 0) == bytes.length;
    }
  }

  private static int length(InetAddress to) {
    return to instanceof Inet4Address ? 16 : 28;
  }

  private static MemorySegment address(Arena arena, InetAddress to, int port) {
    MemorySegment address = arena.allocate(28, 4);
    boolean four = to instanceof Inet4Address;
    address.set(ValueLayout.JAVA_SHORT, 0, (short) (four ? AF_INET : AF_INET6));
    address.set(ValueLayout.JAVA_SHORT, 2, Short.reverseBytes((short) port));
    MemorySegment.copy(
        to.getAddress(), 0, address, ValueLayout.JAVA_BYTE, four ? 4 : 8, four ? 4 : 16);
    return address;
  }

  /** What was received, without the IP header; empty when there is nothing more. */
  Optional<byte[]> receive() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(9100);
      long length = Sockets.receive(fd, buffer, MSG_DONTWAIT);
      if (length < 0) {
        return Optional.empty();
      }
      // IPv4 hands the header along, IPv6 does not.
      long header = four ? (buffer.get(ValueLayout.JAVA_BYTE, 0) & 15) * 4L : 0;
      return Optional.of(buffer.asSlice(header, length - header).toArray(ValueLayout.JAVA_BYTE));
    }
  }

  @Override
  public void close() {
    Linux.close(fd);
  }
}
