package io.cloister.bench.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

/**
 * Loads a path. Packets and connections go from a single thread that holds both ends: what it sends
 * has been forwarded and delivered when the call returns, so that its CPU time is the path's, with
 * nobody to wake.
 */
public final class Load {
  private static final int BATCH = 32;
  private static final CpuTime CPU = new CpuTime();

  private Load() {}

  /**
   * UDP packets of 64 bytes on the wire (18 of them payload) per second of CPU time, sent and
   * received.
   */
  public static double packets(Path4 path, int port, int batches) {
    return onOneProcessor(() -> {
      try (Arena arena = Arena.ofShared()) {
        MemorySegment address = Posix.address(arena, path.bytes(), port);
        int receiver =
            InNamespace.call(
                path.to(),
                () -> {
                  int fd = Posix.socket(Posix.DATAGRAM);
                  Posix.bind(fd, address);
                  Posix.losePatience(fd);
                  return fd;
                });
        int sender =
            InNamespace.call(
                path.from(),
                () -> {
                  int fd = Posix.socket(Posix.DATAGRAM);
                  Posix.connect(fd, address);
                  return fd;
                });
        try {
          MemorySegment messages = messages(arena);
          exchange(sender, receiver, messages, batches / 10);
          long before = CPU.now();
          exchange(sender, receiver, messages, batches);
          return batches * BATCH * 1e9 / (CPU.now() - before);
        } finally {
          Posix.close(sender);
          Posix.close(receiver);
        }
      }
    });
  }

  private static void exchange(int sender, int receiver, MemorySegment messages, int batches) {
    for (int i = 0; i < batches; i++) {
      int sent = Posix.send(sender, messages, BATCH);
      int got = 0;
      while (got < sent) {
        got += Posix.receive(receiver, messages, sent - got);
      }
    }
  }

  /** An array of {@code struct mmsghdr}, each with one buffer of 18 bytes. */
  private static MemorySegment messages(Arena arena) {
    MemorySegment all = arena.allocate(BATCH * 64L, 8);
    for (int i = 0; i < BATCH; i++) {
      MemorySegment vector = arena.allocate(16, 8);
      vector.set(ValueLayout.ADDRESS, 0, arena.allocate(18));
      vector.set(ValueLayout.JAVA_LONG, 8, 18);
      all.set(ValueLayout.ADDRESS, i * 64L + 16, vector);
      all.set(ValueLayout.JAVA_LONG, i * 64L + 24, 1);
    }
    return all;
  }

  /** TCP connections, opened, accepted and reset, per second of CPU time. */
  public static double connections(Path4 path, int port, int count) {
    return onOneProcessor(() -> {
      try (Arena arena = Arena.ofShared()) {
        MemorySegment address = Posix.address(arena, path.bytes(), port);
        int listener =
            InNamespace.call(
                path.to(),
                () -> {
                  int fd = Posix.socket(Posix.STREAM);
                  Posix.bind(fd, address);
                  Posix.listen(fd);
                  Posix.losePatience(fd);
                  return fd;
                });
        try {
          return InNamespace.call(
              path.from(),
              () -> {
                connect(listener, address, count / 10);
                long before = CPU.now();
                connect(listener, address, count);
                return count * 1e9 / (CPU.now() - before);
              });
        } finally {
          Posix.close(listener);
        }
      }
    });
  }

  private static void connect(int listener, MemorySegment address, int count) {
    for (int i = 0; i < count; i++) {
      int here = Posix.socket(Posix.STREAM);
      Posix.resetOnClose(here);
      Posix.connect(here, address);
      int there = Posix.accept(listener);
      Posix.close(here);
      Posix.close(there);
    }
  }

  /** Bytes of one TCP stream per second of time that passes, received. */
  public static double bulk(Path4 path, int port, double seconds) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(path.address()), port);
    try (ServerSocketChannel listener =
            InNamespace.call(path.to(), () -> ServerSocketChannel.open().bind(address));
        SocketChannel here = InNamespace.call(path.from(), () -> SocketChannel.open(address));
        SocketChannel there = listener.accept()) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      CompletableFuture<Boolean> sent = new CompletableFuture<>();
      Thread.ofPlatform().start(() -> send(here, end, sent));
      long begin = System.nanoTime();
      long bytes = receive(there);
      double took = (System.nanoTime() - begin) / 1e9;
      sent.join();
      return bytes / took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(SocketChannel to, long end, CompletableFuture<Boolean> sent) {
    try {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
      while (System.nanoTime() < end) {
        to.write(buffer.clear());
      }
      to.shutdownOutput();
      sent.complete(true);
    } catch (IOException e) {
      sent.completeExceptionally(e);
    }
  }

  private static long receive(SocketChannel from) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    long bytes = 0;
    int got = from.read(buffer);
    while (got >= 0) {
      bytes += got;
      got = from.read(buffer.clear());
    }
    return bytes;
  }

  private interface Measurement {
    double take();
  }

  private static double onOneProcessor(Measurement measurement) {
    CompletableFuture<Double> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("load")
        .start(() -> {
          try {
            Posix.stayOn(0);
            result.complete(measurement.take());
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }
}
