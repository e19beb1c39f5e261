package io.cloister.bench.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends UDP packets until one arrives: one every 0.1 ms, from a port that was never used, so that
 * no connection that is tracked already can help. It is a few thousand packets at most.
 */
public final class FirstPacket implements AutoCloseable {
  private static final long INTERVAL_NANOS = 100_000;
  private static final int MOST = 20_000;

  private final DatagramChannel sender;
  private final DatagramChannel receiver;
  private final CompletableFuture<Long> arrived = new CompletableFuture<>();

  private FirstPacket(DatagramChannel sender, DatagramChannel receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /** Opens both ends and begins to send. */
  public static FirstPacket start(Path4 path, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(path.address()), port);
    DatagramChannel receiver =
        InNamespace.call(path.to(), () -> DatagramChannel.open().bind(address));
    DatagramChannel sender =
        InNamespace.call(
            path.from(),
            () ->
                DatagramChannel.open()
                    .setOption(StandardSocketOptions.SO_SNDBUF, 1 << 20)
                    .connect(address));
    FirstPacket probe = new FirstPacket(sender, receiver);
    Thread.ofPlatform().name("receiver").start(probe::receive);
    Thread.ofPlatform().name("sender").start(probe::send);
    return probe;
  }

  private void receive() {
    try {
      receiver.receive(ByteBuffer.allocateDirect(64));
      arrived.complete(System.nanoTime());
    } catch (IOException e) {
      arrived.completeExceptionally(e);
    }
  }

  private void send() {
    try {
      ByteBuffer packet = ByteBuffer.allocateDirect(18);
      for (int i = 0; i < MOST && !arrived.isDone(); i++) {
        sender.write(packet.clear());
        LockSupport.parkNanos(INTERVAL_NANOS);
      }
    } catch (ClosedChannelException e) {
      // It was given up.
    } catch (IOException e) {
      arrived.completeExceptionally(e);
    }
  }

  /** Whether a packet has arrived. */
  public boolean isThrough() {
    return arrived.isDone();
  }

  /**
   * When the first packet arrived, as {@link System#nanoTime}.
   *
   * @throws IOException when none arrived in ten seconds
   */
  public long await() throws IOException {
    try {
      return arrived.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      throw new IOException("no packet came through", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("no packet came through", e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    sender.close();
    receiver.close();
  }
}
