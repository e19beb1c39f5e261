package io.cloister.dataplane.linux.log;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.netns.Namespaces;
import io.cloister.dataplane.linux.system.Linux;
import io.cloister.dataplane.linux.system.Polls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the packets that rules log, in any number of namespaces, on one thread. A consumer
 * that is slow makes the kernel drop copies, never packets; they are counted.
 */
public final class PacketLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PacketLog.class);

  /** What to listen to. */
  private record Source(NamespaceName namespace, int group) {}

  private final Namespaces namespaces;
  private final Consumer<LoggedPacket> consumer;
  private final int epoll = Polls.create();
  private final int wake = Polls.event();
  private final Map<Source, LogSocket> sockets = new ConcurrentHashMap<>();
  private final Map<Integer, LogSocket> byDescriptor = new ConcurrentHashMap<>();
  private final LongAdder lost = new LongAdder();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts to listen to nothing.
   *
   * @param consumer gets the packets on the one thread that listens
   */
  public PacketLog(Namespaces namespaces, Consumer<LoggedPacket> consumer) {
    this.namespaces = namespaces;
    this.consumer = consumer;
    Polls.add(epoll, wake);
    this.thread = Thread.ofPlatform().name("cloister-nflog").daemon(true).start(this::run);
  }

  /** Listens to a group of a namespace too; from when this returns nothing is missed. */
  public void listen(NamespaceName namespace, int group) {
    sockets.computeIfAbsent(
        new Source(namespace, group),
        source -> {
          LogSocket socket = LogSocket.open(namespaces, source.namespace(), source.group());
          byDescriptor.put(socket.fd(), socket);
          Polls.add(epoll, socket.fd());
          return socket;
        });
  }

  /** Stops to listen to a group of a namespace; before the namespace can end. */
  public void stop(NamespaceName namespace, int group) {
    LogSocket socket = sockets.remove(new Source(namespace, group));
    if (socket != null) {
      Polls.remove(epoll, socket.fd());
      byDescriptor.remove(socket.fd());
      socket.close();
    }
  }

  /** How many times the kernel had to drop copies since the start. */
  public long lost() {
    return lost.sum();
  }

  private void run() {
    while (!closed) {
      for (int fd : Polls.await(epoll)) {
        LogSocket socket = byDescriptor.get(fd);
        if (socket != null) {
          read(socket);
        }
      }
    }
  }

  private void read(LogSocket socket) {
    try {
      if (!socket.read(this::deliver)) {
        lost.increment();
      }
    } catch (RuntimeException e) {
      LOG.error("listening to a log group ends", e);
      Polls.remove(epoll, socket.fd());
    }
  }

  /** One packet that the consumer can't cope with must not end the listening to all others. */
  private void deliver(LoggedPacket packet) {
    try {
      consumer.accept(packet);
    } catch (RuntimeException e) {
      LOG.warn("a logged packet could not be handled: {}", packet, e);
    }
  }

  /** Stops to listen to everything. */
  @Override
  public void close() {
    closed = true;
    Polls.signal(wake);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    sockets.values().forEach(LogSocket::close);
    sockets.clear();
    Linux.close(wake);
    Linux.close(epoll);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
