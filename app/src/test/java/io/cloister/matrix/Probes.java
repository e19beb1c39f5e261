package io.cloister.matrix;

import io.cloister.dataplane.DataPlane;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends real packets from inside hosts and finds out what became of each: it was read from the
 * receiver's socket, or a gate says that it dropped it.
 */
final class Probes {
  /** How long to look before nothing is known; far more than a busy machine takes. */
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private final Netns netns;
  private final Drops drops;

  Probes(Netns netns, Supplier<List<DataPlane.Drop>> records) {
    this.netns = netns;
    this.drops = new Drops(records);
  }

  /** A port or identifier below those that the kernel gives by itself, another each time. */
  static int number() {
    return 10_000 + NUMBERS.getAndIncrement() % 20_000;
  }

  static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  private static StandardProtocolFamily family(InetAddress address) {
    return address instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  DatagramChannel datagram(Host host, InetAddress family, int port) throws IOException {
    DatagramChannel channel =
        netns.in(host.namespace(), () -> DatagramChannel.open(family(family)));
    channel.configureBlocking(false);
    channel.bind(new InetSocketAddress(port));
    return channel;
  }

  ServerSocketChannel listen(Host host, InetAddress family, int port) throws IOException {
    ServerSocketChannel channel =
        netns.in(host.namespace(), () -> ServerSocketChannel.open(family(family)));
    channel.configureBlocking(false);
    channel.bind(new InetSocketAddress(port));
    return channel;
  }

  SocketChannel connection(Host host, InetAddress family, int port) throws IOException {
    SocketChannel channel = netns.in(host.namespace(), () -> SocketChannel.open(family(family)));
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.bind(new InetSocketAddress(port));
    return channel;
  }

  /** A datagram to an address of a host. */
  Fate udp(Host from, Host to, String address, int port) {
    return udp(from, number(), to, address, port, 64);
  }

  /** A datagram of so many bytes, from a given port. */
  Fate udp(Host from, int number, Host to, String address, int port, int size) {
    InetAddress target = address(address);
    try (DatagramChannel receiver = datagram(to, target, port);
        DatagramChannel sender = datagram(from, target, number)) {
      String nonce = "probe " + number();
      Drops.Sent sent = sent("udp", from, number, to, address, port);
      sender.send(sized(nonce, size), new InetSocketAddress(target, port));
      return await(sent, () -> received(receiver, nonce));
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    }
  }

  /** A datagram to a port at which nobody listens: it arrives when the sender is told so. */
  Fate closedUdp(Host from, Host to, String address, int port) {
    InetAddress target = address(address);
    int number = number();
    try (DatagramChannel sender = datagram(from, target, number)) {
      Drops.Sent sent = sent("udp", from, number, to, address, port);
      sender.connect(new InetSocketAddress(target, port));
      sender.write(bytes("anybody?"));
      return await(
          sent,
          () -> {
            try {
              sender.read(ByteBuffer.allocate(10));
              return Optional.empty();
            } catch (PortUnreachableException e) {
              return Optional.of(Fate.REFUSED);
            }
          });
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    }
  }

  /** A datagram whose source address and port are as given. */
  Fate spoofed(Host from, String source, int number, Host to, int port) {
    InetAddress target = address(to.ipv4());
    try (DatagramChannel receiver = datagram(to, target, port);
        Raw sender = netns.in(from.namespace(), () -> Raw.open(true, Raw.WHOLE))) {
      String nonce = "spoof " + number();
      Drops.Sent sent =
          new Drops.Sent("udp", List.of(source), number, to.addresses(), port, now(), true);
      if (!sender.send(
          target, Packet.udp(address(source), number, target, port, sized(nonce, 64).array()))) {
        return new Fate.Unsent("a whole packet");
      }
      return await(sent, () -> received(receiver, nonce));
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Sends datagrams that mustn't be cut until the sender's machine knows what is too big.
   *
   * @return the bytes that the path takes, as that machine was told
   */
  int tooBig(Host from, String address, int port, int size) {
    InetAddress target = address(address);
    try (Raw sender = netns.in(from.namespace(), () -> Raw.datagrams(target, port))) {
      long start = System.nanoTime();
      int before = sender.mtu();
      for (int i = 0; System.nanoTime() - start < PATIENCE_NANOS; i++) {
        if (i < 50) {
          sender.send(new byte[size]);
        }
        LockSupport.parkNanos(2_000_000);
        if (sender.mtu() != before) {
          return sender.mtu();
        }
      }
      throw new AssertionError("nobody said that it is too big");
    }
  }

  /** A connection that is opened. */
  Fate tcp(Host from, Host to, String address, int port) {
    try (ServerSocketChannel listener = listen(to, address(address), port)) {
      return connect(from, to, address, port, listener);
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    }
  }

  private Fate connect(Host from, Host to, String address, int port, ServerSocketChannel listener) {
    int number = number();
    try (SocketChannel client = connection(from, address(address), number)) {
      Drops.Sent sent = sent("tcp", from, number, to, address, port);
      client.connect(new InetSocketAddress(address(address), port));
      return await(sent, () -> connected(client, listener));
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Fate> connected(SocketChannel client, ServerSocketChannel listener)
      throws IOException {
    try {
      if (!client.finishConnect()) {
        return Optional.empty();
      }
    } catch (ConnectException e) {
      return Optional.of(Fate.REFUSED);
    }
    try (SocketChannel accepted = listener.accept()) {
      return accepted == null ? Optional.empty() : Optional.of(Fate.ARRIVED);
    }
  }

  /** A connection that stays open; it must open. */
  TcpFlow flow(Host from, Host to, String address, int port) {
    return TcpFlow.open(this, from, to, address, port);
  }

  /** An echo that must be answered. */
  Fate ping(Host from, Host to, String address) {
    boolean four = address(address) instanceof Inet4Address;
    int number = number();
    try (Raw sender = netns.in(from.namespace(), () -> Raw.open(four, four ? 1 : 58))) {
      Drops.Sent sent = sent(four ? "icmp" : "icmpv6", from, number, to, address, 0);
      if (!sender.send(address(address), Packet.icmp(four ? 8 : 128, 0, number, 16))) {
        return new Fate.Unsent("ping");
      }
      return await(sent, () -> message(sender, four ? 0 : 129, number));
    }
  }

  /** An ICMP message with an identifier that is expected by the receiver itself. */
  Fate icmp(Host from, Host to, String address, int type, int code) {
    boolean four = address(address) instanceof Inet4Address;
    int number = number();
    try (Raw receiver = netns.in(to.namespace(), () -> Raw.open(four, four ? 1 : 58));
        Raw sender = netns.in(from.namespace(), () -> Raw.open(four, four ? 1 : 58))) {
      Drops.Sent sent = sent(four ? "icmp" : "icmpv6", from, number, to, address, 0);
      if (!sender.send(address(address), Packet.icmp(type, code, number, 16))) {
        return new Fate.Unsent("icmp");
      }
      return await(sent, () -> message(receiver, type, number));
    }
  }

  /** A message of a protocol that isn't one of the usual. */
  Fate protocol(Host from, Host to, String address, int protocol) {
    try (Raw receiver = netns.in(to.namespace(), () -> Raw.open(true, protocol));
        Raw sender = netns.in(from.namespace(), () -> Raw.open(true, protocol))) {
      Drops.Sent sent = sent(Integer.toString(protocol), from, 0, to, address, 0);
      int number = number();
      if (!sender.send(address(address), Packet.icmp(0, 0, number, 16))) {
        return new Fate.Unsent("protocol " + protocol);
      }
      return await(sent, () -> message(receiver, 0, number));
    }
  }

  private static Optional<Fate> message(Raw socket, int type, int id) {
    for (Optional<byte[]> m = socket.receive(); m.isPresent(); m = socket.receive()) {
      ByteBuffer bytes = ByteBuffer.wrap(m.get());
      if (bytes.get(0) == (byte) type && bytes.getShort(4) == (short) id) {
        return Optional.of(Fate.ARRIVED);
      }
    }
    return Optional.empty();
  }

  Drops.Sent sent(String protocol, Host from, int number, Host to, String address, int port) {
    List<String> targets = new ArrayList<>(to.addresses());
    targets.add(address);
    return new Drops.Sent(protocol, from.addresses(), number, targets, port, now(), false);
  }

  static long now() {
    return System.currentTimeMillis();
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteBuffer sized(String nonce, int size) {
    return ByteBuffer.allocate(size).put(bytes(nonce)).clear();
  }

  private static Optional<Fate> received(DatagramChannel receiver, String nonce)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(9100);
    while (receiver.receive(buffer.clear()) != null) {
      if (buffer.flip().mismatch(bytes(nonce)) >= nonce.length()) {
        return Optional.of(Fate.ARRIVED);
      }
    }
    return Optional.empty();
  }

  /** Looks at the receiver and at the gates in turn until one of them has seen the packet. */
  Fate await(Drops.Sent sent, Callable<Optional<Fate>> receiver) {
    long start = System.nanoTime();
    try {
      while (System.nanoTime() - start < PATIENCE_NANOS) {
        Optional<Fate> fate = receiver.call().or(() -> drops.find(sent));
        if (fate.isPresent()) {
          return fate.get();
        }
        LockSupport.parkNanos(300_000);
      }
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("nothing was seen of " + sent);
  }
}
