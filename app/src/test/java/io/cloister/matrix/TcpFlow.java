package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** An open connection, on which either side can say something at any time. */
final class TcpFlow implements AutoCloseable {
  private final Probes probes;
  private final SocketChannel client;
  private final SocketChannel server;
  private final Drops.Sent opened;

  private TcpFlow(Probes probes, SocketChannel client, SocketChannel server, Drops.Sent opened) {
    this.probes = probes;
    this.client = client;
    this.server = server;
    this.opened = opened;
  }

  static TcpFlow open(Probes probes, Host from, Host to, String address, int port) {
    InetAddress target = Probes.address(address);
    int number = Probes.number();
    SocketChannel[] server = new SocketChannel[1];
    try (ServerSocketChannel listener = probes.listen(to, target, port)) {
      SocketChannel client = probes.connection(from, target, number);
      Drops.Sent sent = probes.sent("tcp", from, number, to, address, port);
      client.connect(new InetSocketAddress(target, port));
      Fate fate =
          probes.await(
              sent,
              () -> {
                if (!client.finishConnect()) {
                  return Optional.empty();
                }
                server[0] = listener.accept();
                return server[0] == null ? Optional.empty() : Optional.of(Fate.ARRIVED);
              });
      assertThat(fate)
          .as("a connection from %s to %s:%d", from, address, port)
          .isEqualTo(Fate.ARRIVED);
      server[0].configureBlocking(false);
      server[0].setOption(StandardSocketOptions.SO_LINGER, 0);
      return new TcpFlow(probes, client, server[0], sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same connection, looked at by another's eyes. */
  TcpFlow by(Probes other) {
    return new TcpFlow(other, client, server, opened);
  }

  /** What becomes of what the client says now. */
  Fate ask() {
    return say(client, server, opened);
  }

  /** Whether so many bytes of the client's all arrive. */
  Fate ask(int bytes) {
    ByteBuffer more = ByteBuffer.allocate(bytes);
    ByteBuffer heard = ByteBuffer.allocate(bytes);
    return probes.await(
        opened,
        () -> {
          client.write(more);
          server.read(heard);
          return heard.hasRemaining() ? Optional.empty() : Optional.of(Fate.ARRIVED);
        });
  }

  /** What becomes of what the server says now. */
  Fate answer() {
    return say(server, client, opened.back());
  }

  private Fate say(SocketChannel from, SocketChannel to, Drops.Sent way) {
    String text = "line %06d;".formatted(Probes.number());
    Drops.Sent sent =
        new Drops.Sent(
            way.protocol(), way.from(), way.number(), way.to(), way.port(), Probes.now(), true);
    try {
      from.write(Probes.bytes(text));
    } catch (IOException e) {
      return new Fate.Unsent(String.valueOf(e.getMessage()));
    }
    ByteBuffer heard = ByteBuffer.allocate(4096);
    return probes.await(
        sent,
        () -> {
          int length = to.read(heard);
          if (length < 0) {
            throw new IOException("the other side has closed");
          }
          byte[] all = java.util.Arrays.copyOf(heard.array(), heard.position());
          return new String(all, java.nio.charset.StandardCharsets.US_ASCII).contains(text)
              ? Optional.of(Fate.ARRIVED)
              : Optional.empty();
        });
  }

  @Override
  public void close() {
    try {
      client.close();
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
